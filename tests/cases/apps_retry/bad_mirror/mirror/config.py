from __future__ import annotations

import os
from dataclasses import dataclass, field

REGION = os.environ.get("MIRROR_REGION", "eu")


@dataclass(frozen=True)
class RetryPolicy:
    retries: int = 5
    first_pause: float = 0.5
    growth: float = 3.0
    statuses: frozenset[int] = frozenset({408, 429, 500, 503, 504})


@dataclass(frozen=True)
class Settings:
    account_id: str
    token: str
    database: str = "mirror.db"
    retry: RetryPolicy = field(default_factory=RetryPolicy)

    @classmethod
    def from_env(cls) -> Settings:
        return cls(account_id=os.environ["MIRROR_ACCOUNT"], token=os.environ["MIRROR_TOKEN"])

    def url(self, service: str, path: str) -> str:
        return f"https://{service}.{REGION}.api.mitel.io/2017-09-01{path}"
