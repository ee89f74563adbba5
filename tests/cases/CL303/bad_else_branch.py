# case: kind=server level=self-assessed
# expects: CL303 CL304
import asyncio

import aiohttp


async def find(session: aiohttp.ClientSession, user_id: str) -> dict | None:
    url = f"https://admin.api.mitel.io/2017-09-01/users/{user_id}"
    for attempt in range(3):  # !CL304
        async with session.get(url) as resp:
            if resp.status == 200:
                return await resp.json()
            elif resp.status == 404:
                return None
            elif attempt == 2:
                resp.raise_for_status()
        await asyncio.sleep(6)  # !CL303
    raise RuntimeError(f"user {user_id}: unexpected answer")
