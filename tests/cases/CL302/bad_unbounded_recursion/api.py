import logging

import httpx

from wait import a_while

log = logging.getLogger("api")
BASE = "https://admin.us.api.mitel.io/2017-09-01"


async def get(client: httpx.AsyncClient, path: str) -> dict:
    try:
        resp = await client.get(BASE + path)
    except httpx.ConnectError as exc:
        log.warning("%s: %s", path, exc)
        await a_while()
        return await get(client, path)  # !CL302
    resp.raise_for_status()
    return resp.json()


async def user(client: httpx.AsyncClient, user_id: str) -> dict:
    return await get(client, f"/users/{user_id}")
