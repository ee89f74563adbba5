"""Requests to CloudLink; every failure becomes a CloudLinkError."""
from __future__ import annotations

import httpx
from django.conf import settings

APP = "app=DeskBridge/1.4;platform=windows/2022;session-id=bridge"


class CloudLinkError(Exception):
    def __init__(self, response: httpx.Response) -> None:
        request = response.request
        super().__init__(f"{request.method} {request.url}: {response.status_code} {response.text}")
        self.correlation_id = response.headers.get("X-Mitel-Correlation-Id")
        self.request_id = response.headers.get("X-Amzn-RequestId")


def root(service: str) -> str:
    return f"https://{service}.{settings.CLOUDLINK['region']}.api.mitel.io/2017-09-01"


def call(service: str, method: str, path: str, token: str, body: dict | None = None) -> dict:
    response = httpx.request(
        method,
        root(service) + path,
        json=body,
        headers={"Authorization": f"Bearer {token}", "x-mitel-app": APP},
        timeout=15,
    )
    if response.is_error:
        raise CloudLinkError(response)
    return response.json() if response.content else {}
