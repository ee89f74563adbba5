"""The CloudLink client of the desk phone."""
from __future__ import annotations

import platform
import uuid

import requests

from . import __version__

APP = f"app=SoftDesk/{__version__};platform={platform.system()}/{platform.release()};session-id={uuid.uuid4()}"
TEMPLATE = "https://{service}.{region}.api.mitel.io/2017-09-01"


class ApiError(Exception):
    def __init__(self, response: requests.Response) -> None:
        super().__init__(f"{response.url}: {response.status_code} {response.text}")
        self.headers = response.headers

    def ids(self) -> str:
        return f"{self.headers.get('x-mitel-correlation-id')}/{self.headers.get('x-amzn-requestid')}"


class Api:
    def __init__(self, region: str = "eu") -> None:
        self.region = region
        self.http = requests.Session()
        self.http.headers["x-mitel-app"] = APP

    def use(self, token: str) -> None:
        self.http.headers["Authorization"] = f"Bearer {token}"

    def url(self, service: str, path: str) -> str:
        return TEMPLATE.format(service=service, region=self.region) + path

    def call(self, method: str, service: str, path: str, body: dict | None = None) -> dict:
        response = self.http.request(method, self.url(service, path), json=body, timeout=10)
        if not response.ok:
            raise ApiError(response)
        return response.json() if response.content else {}
