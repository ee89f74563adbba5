import asyncio
from contextlib import asynccontextmanager
from email.utils import parsedate_to_datetime
from datetime import datetime, timezone

import aiohttp

from .conf import RETRYABLE
from .errors import Refused

FIRST_WAIT = 2.0
MOST = 5


def told(reply):
    value = reply.headers.get("Retry-After")
    if value is None:
        return None
    if value.isdigit():
        return float(value)
    return (parsedate_to_datetime(value) - datetime.now(timezone.utc)).total_seconds()


class Http:
    def __init__(self, config, token):
        self.config = config
        self.token = token

    @asynccontextmanager
    async def session(self):
        headers = {
            "Authorization": f"Bearer {self.token}",
            "x-mitel-app": "app=Presence/2;platform=linux;session-id=1",
        }
        async with aiohttp.ClientSession(headers=headers) as session:
            yield session

    async def call(self, method, service, path, **options):
        url = self.config.base(service) + path
        wait = FIRST_WAIT
        async with self.session() as session:
            for attempt in range(MOST + 1):
                pause = wait
                try:
                    async with session.request(method, url, **options) as reply:
                        if reply.status < 400:
                            return await reply.json()
                        if reply.status not in RETRYABLE or attempt == MOST:
                            raise await Refused.of(reply)
                        pause = max(wait, told(reply) or 0)
                except (aiohttp.ClientConnectionError, asyncio.TimeoutError):
                    if attempt == MOST:
                        raise
                await asyncio.sleep(pause)
                wait *= 2
