# case: kind=server level=self-assessed
# expects:
import asyncio

import aiohttp


async def find(session: aiohttp.ClientSession, user_id: str) -> dict | None:
    url = f"https://admin.api.mitel.io/2017-09-01/users/{user_id}"
    for attempt in range(3):
        async with session.get(url) as resp:
            if resp.status == 404:
                return None
            if resp.status != 504 or attempt == 2:
                resp.raise_for_status()
                return await resp.json()
        await asyncio.sleep(6)
    raise AssertionError
