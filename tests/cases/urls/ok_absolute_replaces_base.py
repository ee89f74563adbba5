# case: kind=server level=self-assessed
# expects:
from urllib.parse import urljoin

import httpx

BASE = "https://chat.api.mitel.io/2017-09-01/"
http = httpx.Client(base_url=BASE)


def logo() -> bytes:
    """An absolute address leaves the client's base behind."""
    return http.get("https://cdn.example.com/logo.svg").content


def banner() -> bytes:
    return httpx.get(urljoin(BASE, "https://cdn.example.com/banner.svg")).content


def conversations() -> dict:
    answer = http.get("/conversations")
    answer.raise_for_status()
    return answer.json()
