"""Wake-up calls: a call to the room's telephone, taken back when the guest is up already."""

from __future__ import annotations

import logging

from frontdesk.faults import ApiFault
from frontdesk.gateway import Gateway
from frontdesk.rooms import Room

log = logging.getLogger(__name__)


class WakeUps:
    def __init__(self, gateway: Gateway, announcement: str) -> None:
        self._gateway = gateway
        self._announcement = announcement
        self._calls: dict[str, str] = {}

    def ring(self, room: Room) -> bool:
        """Whether the telephone rings; if not, somebody has to knock."""
        try:
            call = self._gateway.post(
                "media", f"/endpoints/{room.endpoint_id}/calls", {"to": self._announcement}
            )
        except ApiFault as fault:
            log.error("no wake-up call for endpoint %s: %s", room.endpoint_id, fault.report())
            return False
        self._calls[room.number] = call["callId"]
        return True

    def stop(self, room: Room) -> None:
        call_id = self._calls.pop(room.number, None)
        if call_id is None:
            return
        try:
            self._gateway.delete("media", f"/calls/{call_id}")
        except ApiFault as fault:
            log.warning(
                "call %s to endpoint %s goes on ringing: %s", call_id, room.endpoint_id, fault.report()
            )
