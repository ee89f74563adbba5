import asyncio

import aiohttp

from .config import parser

SECTION = parser["cloudlink"]


class Transport:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session
        self.root = "https://chat.api.mitel.io/2017-09-01"
        self.delay = 5

    async def post(self, path: str, payload: dict) -> dict:
        while True:  # !CL302
            try:
                async with self.session.post(self.root + path, json=payload) as reply:
                    reply.raise_for_status()
                    return await reply.json()
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(self.delay)
