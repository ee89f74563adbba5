# case: kind=server level=self-assessed
# expects:
import asyncio

import aiohttp


async def load(http: aiohttp.ClientSession, path: str, tries: int = 3):
    try:
        async with http.get("https://admin.api.mitel.io/2017-09-01" + path, raise_for_status=True) as reply:
            return await reply.json()
    except (aiohttp.ClientConnectionError, asyncio.TimeoutError):
        if tries <= 0:
            raise
        await asyncio.sleep(2 ** (4 - tries))
        return await load(http, path, tries - 1)
