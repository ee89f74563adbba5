import asyncio
from contextlib import asynccontextmanager

import aiohttp

from .errors import Refused

MOST = 5


class Http:
    def __init__(self, config, token):
        self.config = config
        self.token = token

    @asynccontextmanager
    async def session(self):
        async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {self.token}"}) as session:
            yield session

    async def call(self, method, service, path, **options):
        url = self.config.base(service) + path
        wait = 1.0
        async with self.session() as session:
            for attempt in range(MOST + 1):  # !CL303 !CL304
                try:
                    async with session.request(method, url, **options) as reply:
                        if reply.status < 400:
                            return await reply.json()
                        if attempt == MOST:
                            raise await Refused.of(reply)
                except (aiohttp.ClientConnectionError, asyncio.TimeoutError):
                    if attempt == MOST:
                        raise
                await asyncio.sleep(wait)  # !CL301
                wait *= 2
