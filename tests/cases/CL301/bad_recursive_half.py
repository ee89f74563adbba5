# case: kind=server level=self-assessed
# expects: CL301
import asyncio

import aiohttp

MEDIA = "https://media.us.api.mitel.io/2017-09-01"


async def conference(session: aiohttp.ClientSession, conference_id: str, wait=4.0, left=3) -> dict:
    # waits 4, 2, 1
    try:
        async with session.get(f"{MEDIA}/conferences/{conference_id}") as resp:
            resp.raise_for_status()
            return await resp.json()
    except aiohttp.ClientConnectionError:
        if left == 0:
            raise
    await asyncio.sleep(wait)  # !CL301
    return await conference(session, conference_id, wait / 2, left - 1)
