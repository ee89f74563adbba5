# case: kind=server level=self-assessed
# expects:
import asyncio

import aiohttp


class Archive:
    retries = 5

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def read(self, conversation_id: str) -> list[dict]:
        left = self.retries
        while left >= 0:
            try:
                async with self.session.get(
                    f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages"
                ) as resp:
                    resp.raise_for_status()
                    return (await resp.json())["_embedded"]["items"]
            except aiohttp.ServerDisconnectedError:
                if left == 0:
                    raise
                left -= 1
                await asyncio.sleep(3)
        raise AssertionError
