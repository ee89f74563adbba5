# case: kind=server level=self-assessed
# expects:
import asyncio

import aiohttp


async def participants(session: aiohttp.ClientSession, conversation_id: str) -> list[dict]:
    url = f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants"
    for attempt in range(4):
        try:
            async with session.get(url, raise_for_status=True) as resp:
                return (await resp.json())["_embedded"]["items"]
        except aiohttp.ClientResponseError as exc:
            if exc.status not in (429, 503) or attempt == 3:
                raise
            asked = (exc.headers or {}).get("Retry-After")
            await asyncio.sleep(float(asked) if asked else 2 ** (attempt + 1))
    raise AssertionError
