import httpx

from callers import reach

MEDIA = "https://media.api.mitel.io/2017-09-01"


def _conference(http: httpx.Client, conference_id: str) -> dict:
    resp = http.get(f"{MEDIA}/conferences/{conference_id}")
    resp.raise_for_status()
    return resp.json()


def subject(http: httpx.Client, conference_id: str) -> str:
    return reach(_conference, http, conference_id)["subject"]
