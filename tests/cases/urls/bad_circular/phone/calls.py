from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .client import Client


class Calls:
    def __init__(self, client: Client) -> None:
        self._client = client

    def dial(self, endpoint_id: str, number: str) -> str:
        made = self._client.session.post(  # !CL305
            f"{self._client.base}/endpoints/{endpoint_id}/calls", json={"to": number}, timeout=10
        )
        return made.json()["callId"]
