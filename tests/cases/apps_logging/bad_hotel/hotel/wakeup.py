"""Wake-up calls from the endpoint of the front desk."""
from __future__ import annotations

import httpx
import structlog

from hotel.client import CloudLink
from hotel.errors import CloudLinkFailure

log = structlog.get_logger(__name__)


class WakeUp:
    def __init__(self, api: CloudLink, endpoint_id: str) -> None:
        self._api = api
        self._endpoint_id = endpoint_id
        self._log = log.bind(endpoint_id=endpoint_id)

    async def ring(self, extension: str) -> str | None:
        try:
            made = await self._api.call("media", "POST", f"endpoints/{self._endpoint_id}/calls", {"to": extension})
        except CloudLinkFailure as failure:
            self._log.error("no_wake_up", extension=extension, exc_info=failure, trace=failure.trace)
            return None
        return made["callId"]

    async def stop(self, call_id: str) -> bool:
        try:
            await self._api.call("media", "DELETE", f"calls/{call_id}")
        except CloudLinkFailure as failure:
            self._log.error(  # !CL105
                "still_ringing",
                status=failure.status,
                body=failure.body,
                trace=failure.trace,
            )
            return False
        except httpx.RequestError as error:
            self._log.error("still_ringing", call=call_id, exc_info=error)
            return False
        return True
