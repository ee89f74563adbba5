from __future__ import annotations

from abc import ABC
from typing import ClassVar

import httpx


class Resource(ABC):
    host: ClassVar[str] = "localhost:8080"
    scheme: ClassVar[str] = "https"

    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    @property
    def root(self) -> str:
        return f"{self.scheme}://{self.host}/2017-09-01"

    def one(self, key: str) -> dict:
        return self.http.get(f"{self.root}/{key}").json()  # !CL305
