import asyncio

import httpx

from tokens import renew


async def keep_fresh(http: httpx.AsyncClient, refresh_token: str, give) -> None:
    while True:
        grant = await renew(http, refresh_token)
        refresh_token = grant["refresh_token"]
        give(grant["access_token"])
        await asyncio.sleep(grant["expires_in"] - 60)
