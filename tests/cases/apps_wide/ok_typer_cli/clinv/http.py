from __future__ import annotations

import logging
import time
from typing import Any, Iterator

import httpx

log = logging.getLogger("clinv")
RETRY = {408, 429, 503, 504}


class LoggingTransport(httpx.BaseTransport):
    def __init__(self, inner: httpx.BaseTransport) -> None:
        self.inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        for attempt in range(4):
            response = self.inner.handle_request(request)
            if response.status_code not in RETRY or attempt == 3:
                break
            response.close()
            hint = response.headers.get("retry-after")
            time.sleep(max(2.0, float(hint)) if hint and hint.isdigit() else 2.0 * 2**attempt)
        if response.is_error:
            response.read()
            log.error(
                "%s %s: %d %s; correlation %s, request %s",
                request.method,
                request.url,
                response.status_code,
                response.text,
                response.headers.get("x-mitel-correlation-id"),
                response.headers.get("x-amzn-requestid"),
            )
        return response


def client(token: str) -> httpx.Client:
    return httpx.Client(
        base_url="https://admin.api.mitel.io/2017-09-01/",
        headers={"Authorization": f"Bearer {token}"},
        transport=LoggingTransport(httpx.HTTPTransport()),
    )


def items(http: httpx.Client, path: str) -> Iterator[dict[str, Any]]:
    url: str | None = path
    while url:
        page = http.get(url).raise_for_status().json()
        yield from page["_embedded"]["items"]
        url = page["_links"].get("next", {}).get("href")
