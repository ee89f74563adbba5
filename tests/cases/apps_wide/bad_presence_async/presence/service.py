import asyncio

import aiohttp
import structlog

from .errors import Refused

log = structlog.get_logger(__name__)


class Presence:
    def __init__(self, http):
        self.http = http

    async def of(self, user: str) -> str | None:
        try:
            answer = await self.http.call("GET", "presence", f"/users/{user}/presence")
        except Refused as refused:
            log.error(  # !CL102
                "presence_unknown", user=user, error=str(refused), correlation_id=refused.correlation_id
            )
            return None
        except (aiohttp.ClientConnectionError, asyncio.TimeoutError):  # !CL101
            return None
        return answer.get("state")

    async def many(self, users):
        return dict(zip(users, await asyncio.gather(*(self.of(u) for u in users))))
