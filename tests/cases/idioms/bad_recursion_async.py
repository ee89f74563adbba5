# case: kind=server level=self-assessed
# expects: CL301 CL302
import asyncio

import aiohttp


async def load(http: aiohttp.ClientSession, path: str, tries: int = 10):
    try:
        async with http.get("https://admin.api.mitel.io/2017-09-01" + path, raise_for_status=True) as reply:
            return await reply.json()
    except (aiohttp.ClientConnectionError, asyncio.TimeoutError):
        if tries <= 0:
            raise
        await asyncio.sleep(1)  # !CL301
        return await load(http, path, tries - 1)  # !CL302
