from __future__ import annotations

from collections.abc import Mapping


class CloudLinkError(Exception):
    status: int | None = None

    def __init__(
        self, message: str, *, status: int | None = None, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})

    @property
    def correlation_id(self) -> str | None:
        return self.headers.get("x-mitel-correlation-id")


class NotFound(CloudLinkError):
    pass


class RateLimited(CloudLinkError):
    @property
    def wait(self) -> float:
        return float(self.headers.get("retry-after", 30))


BY_STATUS = {404: NotFound, 429: RateLimited}
