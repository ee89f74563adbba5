from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum

import requests


class Service(str, Enum):
    ADMIN = "https://admin.api.mitel.io/2017-09-01"
    CHAT = "https://chat.api.mitel.io/2017-09-01"


@dataclass(frozen=True)
class Failure:
    url: str
    status: int
    text: str
    correlation_id: str | None
    request_id: str | None

    @classmethod
    def of(cls, response: requests.Response) -> Failure:
        return cls(
            url=response.url,
            status=response.status_code,
            text=response.text,
            correlation_id=response.headers.get("x-mitel-correlation-id"),
            request_id=response.headers.get("x-amzn-requestId"),
        )

    def full(self) -> dict:
        return asdict(self)
