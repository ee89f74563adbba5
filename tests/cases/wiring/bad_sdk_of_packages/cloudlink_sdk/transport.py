from __future__ import annotations

import abc
import typing as t

import httpx

from .errors import BY_STATUS, CloudLinkError


class Auth(httpx.Auth):
    def __init__(self, token: str) -> None:
        self.token = token

    def auth_flow(self, request):
        request.headers["Authorization"] = f"Bearer {self.token}"
        yield request


class Transport(abc.ABC):
    @abc.abstractmethod
    def send(self, method: str, url: str, **kwargs: t.Any) -> t.Any: ...


class HttpxTransport(Transport):
    def __init__(self, auth: Auth, timeout: float = 20.0) -> None:
        self._client = httpx.Client(auth=auth, timeout=timeout)

    def send(self, method, url, **kwargs):
        response = self._client.request(method, url, **kwargs)
        if response.is_success:
            return response.json() if response.content else None
        kind = BY_STATUS.get(response.status_code, CloudLinkError)
        raise kind(response.text, status=response.status_code, headers=response.headers)
