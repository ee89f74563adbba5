"""Making and ending calls."""
from __future__ import annotations

import logging

from .api import Api, ApiError

log = logging.getLogger(__name__)


class Calls:
    def __init__(self, api: Api, endpoint_id: str) -> None:
        self.api = api
        self.endpoint_id = endpoint_id

    def dial(self, number: str) -> str:
        path = f"/endpoints/{self.endpoint_id}/calls"
        return self.api.call("POST", "media", path, {"to": number})["callId"]

    def hang_up(self, call_id: str) -> bool:
        try:
            self.api.call("DELETE", "media", f"/calls/{call_id}")
        except ApiError:  # !CL101
            return False
        return True

    def mute(self, call_id: str) -> None:
        self.api.http.put(  # !CL305
            self.api.url("media", f"/calls/{call_id}"), json={"action": "mute"}, timeout=10
        )
