from __future__ import annotations

import time
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Grant:
    access: str
    refresh: str
    seconds: int
    since: float = field(default_factory=time.monotonic)

    @classmethod
    def of(cls, body: dict) -> Grant:
        return cls(access=body["access_token"], refresh=body["refresh_token"], seconds=body["expires_in"])

    def stale(self) -> bool:
        return time.monotonic() - self.since > self.seconds - 60
