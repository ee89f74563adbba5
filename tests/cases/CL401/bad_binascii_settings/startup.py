import httpx

from settings import settings


def connect(username: str, password: str) -> None:
    reply = httpx.post(
        settings.token_url,
        json={
            "grant_type": "password",
            "account_id": settings.account,
            "username": username,
            "password": password,
        },
        timeout=10,
    )
    reply.raise_for_status()
    settings.access_token = reply.json()["access_token"]
