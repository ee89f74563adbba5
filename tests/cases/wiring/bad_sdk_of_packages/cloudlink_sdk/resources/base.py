from __future__ import annotations

import typing as t

from ..config import Service

if t.TYPE_CHECKING:
    from ..client import Client


class Resource:
    service: t.ClassVar[Service]
    path: t.ClassVar[str]

    def __init__(self, client: Client) -> None:
        self._client = client

    def _url(self, *parts: str) -> str:
        base = self._client.environment.url(self.service)
        return "/".join([base, self.path, *parts])

    def _get(self, *parts: str, **params: t.Any) -> t.Any:
        return self._client.transport.send("GET", self._url(*parts), params=params)

    def _put(self, *parts: str, json: t.Any = None) -> t.Any:
        return self._client.transport.send("PUT", self._url(*parts), json=json)
