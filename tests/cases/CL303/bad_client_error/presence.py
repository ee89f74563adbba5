import asyncio

import aiohttp

RETRIES = 2


async def state(session: aiohttp.ClientSession, user_id: str) -> str:
    for attempt in range(RETRIES + 1):  # !CL304
        try:
            async with session.get(f"/2017-09-01/presentities/{user_id}") as resp:
                return (await resp.json())["state"]
        except aiohttp.ClientError:  # the session raises for every status  # !CL303
            if attempt == RETRIES:
                raise
            await asyncio.sleep(10)
    raise AssertionError
