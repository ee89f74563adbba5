from __future__ import annotations

import json
from dataclasses import dataclass

from joserfc import jws


@dataclass(frozen=True)
class Grant:
    access: str
    refresh: str
    seconds: int

    @classmethod
    def of(cls, body: dict) -> Grant:
        return cls(access=body["access_token"], refresh=body["refresh_token"], seconds=body["expires_in"])

    def owner(self) -> str:
        parts = jws.extract_compact(self.access.encode())  # !CL401
        return json.loads(parts.payload)["principalId"]
