from abc import ABC, abstractmethod
from http import HTTPMethod, HTTPStatus
from typing import ClassVar

import logging

import httpx

log = logging.getLogger(__name__)


class CloudLinkService(ABC):
    host_pattern: ClassVar[str] = "{service}.api.mitel.io"
    service: ClassVar[str]

    def __init_subclass__(cls, *, service: str, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.service = service

    def __init__(self, http: httpx.Client):
        self.http = http

    @property
    def origin(self):
        return "https://" + self.host_pattern.format(service=self.service)

    def send(self, method: HTTPMethod, *segments: str, **options) -> httpx.Response:
        reply = self.http.request(method, "/".join((self.origin, "2017-09-01", *segments)), **options)
        if reply.status_code >= HTTPStatus.BAD_REQUEST:
            log.error(
                "%s %s: %r %s %s", method, segments, reply.status_code, reply.text, reply.headers.items()
            )
            reply.raise_for_status()
        return reply

    @abstractmethod
    def ping(self) -> bool: ...
