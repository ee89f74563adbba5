# case: kind=server level=self-assessed
# expects:
"""Looks pages up in the archive. https://chat.api.mitel.io is only mentioned."""
import httpx

ARCHIVE = "https://archive.example.org"


def latest(http: httpx.Client) -> dict:
    # what the archive knows of https://admin.api.mitel.io/2017-09-01
    return http.get(f"{ARCHIVE}/wayback", params={"url": "https://developer.mitel.io/"}).json()


def search(http: httpx.Client, words: str) -> dict:
    return http.get(f"https://search.example.org/find?q={words}&site=mitel.io").json()


def shown(http: httpx.Client) -> bytes:
    return http.get("https://cdn.example.org/logos/mitel.io/logo.svg").content


def user_part(http: httpx.Client) -> bytes:
    return http.get("https://api.mitel.io@proxy.example.org/logo.svg").content
