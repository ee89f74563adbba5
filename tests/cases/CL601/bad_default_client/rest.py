import httpx


def client(token: str) -> httpx.Client:
    return httpx.Client(
        base_url="https://chat.us.api.mitel.io/2017-09-01",
        headers={"Authorization": f"Bearer {token}", "Accept-Language": "en"},
    )
