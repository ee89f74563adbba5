import logging
from collections.abc import Mapping

import aiohttp

log = logging.getLogger("bridge.session")


class Problem(Exception):
    def __init__(self, status: int, text: str, headers: Mapping[str, str]):
        super().__init__(f"HTTP {status}: {text}")
        self.headers = dict(headers)


class Transport:
    def __init__(self, token):
        self._token = token
        self._http = None

    async def __aenter__(self):
        self._http = aiohttp.ClientSession(headers={"Authorization": f"Bearer {self._token}"})
        return self

    async def __aexit__(self, *exc):
        await self._http.close()

    async def fetch(self, method, url, **options):
        async with self._http.request(method, url, **options) as reply:
            if reply.status >= 400:
                raise Problem(reply.status, await reply.text(), reply.headers)
            return await reply.json()

    async def fire(self, url, body):
        async with self._http.post(url, json=body):  # !CL305
            pass
