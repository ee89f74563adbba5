"""One way in and out: requests to CloudLink."""
from __future__ import annotations

from collections.abc import Mapping

import aiohttp

from .config import config

APP = {"x-mitel-app": "app=Roster/3.0;platform=windows/2022;session-id=roster"}


class GatewayError(Exception):
    def __init__(self, url: str, status: int, text: str, headers: Mapping[str, str]) -> None:
        super().__init__(f"{url} answered {status}: {text}")
        self.status = status
        self.correlation_id = headers.get("x-mitel-correlation-id", "")
        self.request_id = headers.get("x-amzn-requestId", "")


async def send(method: str, service: str, path: str, *, token: str = "", **body: object) -> dict:
    url = config().service(service) + path
    headers = APP | {"Authorization": f"Bearer {token}"} if token else APP
    async with aiohttp.ClientSession(headers=headers) as session:
        async with session.request(method, url, json=body or None) as reply:
            if reply.status >= 400:
                raise GatewayError(url, reply.status, await reply.text(), reply.headers)
            return await reply.json() if reply.status != 204 else {}
