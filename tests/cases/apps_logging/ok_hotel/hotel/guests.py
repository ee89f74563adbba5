"""Guests are users of the account: checking in names them, checking out clears the name."""
from __future__ import annotations

import structlog

from hotel.client import CloudLink
from hotel.errors import CloudLinkFailure

log = structlog.get_logger(__name__)


class Guests:
    def __init__(self, api: CloudLink) -> None:
        self._api = api

    async def _rename(self, user_id: str, name: str) -> None:
        path = f"accounts/{self._api.settings.account_id}/users/{user_id}"
        await self._api.call("admin", "PATCH", path, {"name": name})

    async def check_in(self, user_id: str, name: str) -> bool:
        try:
            await self._rename(user_id, name)
        except CloudLinkFailure as failure:
            log.error("check_in_failed", user_id=user_id, error=str(failure), **failure.trace)
            return False
        return True

    async def check_out(self, user_id: str, room: str) -> bool:
        try:
            await self._rename(user_id, f"Room {room}")
        except CloudLinkFailure as failure:
            log.error("check_out_failed", user_id=user_id, error=str(failure), trace=failure.trace)
            return False
        return True
