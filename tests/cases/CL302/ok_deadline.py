# case: kind=server level=self-assessed
# expects:
import asyncio
import time

import aiohttp

PATIENCE = 60


async def participants(session: aiohttp.ClientSession, conversation_id: str) -> list[dict]:
    url = f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants"
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            async with session.get(url) as resp:
                resp.raise_for_status()
                return (await resp.json())["_embedded"]["items"]
        except aiohttp.ClientConnectionError:
            if time.monotonic() > deadline:  # 60 s / 20 s: three or four retries
                raise
            await asyncio.sleep(20)
