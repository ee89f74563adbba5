import httpx

from badges import badge


async def admit(client: httpx.AsyncClient, user_id: str) -> str:
    resp = await client.get(f"https://admin.api.mitel.io/2017-09-01/users/{user_id}")
    resp.raise_for_status()
    return badge(resp.json()["userId"])
