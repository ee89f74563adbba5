from abc import ABC, abstractmethod
from http import HTTPMethod
from typing import ClassVar

import httpx


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
        return self.http.request(method, "/".join((self.origin, "2017-09-01", *segments)), **options)

    @abstractmethod
    def ping(self) -> bool: ...
