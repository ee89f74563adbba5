import asyncio

import aiohttp
import structlog

from .errors import Refused

log = structlog.get_logger(__name__)


class Presence:
    def __init__(self, http):
        self.http = http

    async def of(self, user: str) -> str | None:
        with structlog.contextvars.bound_contextvars(user=user):
            try:
                answer = await self.http.call("GET", "presence", f"/users/{user}/presence")
            except Refused as refused:
                log.error(
                    "presence_unknown",
                    status=refused.status,
                    text=refused.text,
                    correlation_id=refused.correlation_id,
                    amzn_request_id=refused.request_id,
                )
                return None
            except (aiohttp.ClientConnectionError, asyncio.TimeoutError):
                log.exception("presence_unreachable")
                return None
        return answer.get("state")

    async def many(self, users):
        return dict(zip(users, await asyncio.gather(*(self.of(u) for u in users))))
