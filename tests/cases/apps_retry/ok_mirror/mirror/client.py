from __future__ import annotations

import time
from collections.abc import Iterator

import requests

from mirror.config import Settings


class CloudLinkError(Exception):
    def __init__(self, response: requests.Response) -> None:
        super().__init__(f"{response.url}: {response.status_code} {response.text}")
        self.correlation_id = response.headers.get("x-mitel-correlation-id")
        self.request_id = response.headers.get("x-amzn-requestId")


class Client:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {settings.token}"
        self._session.headers["x-mitel-app"] = "app=Mirror/1.2;platform=windows/11;session-id=mirror"

    def get(self, service: str, path: str, **params: str) -> dict:
        policy = self.settings.retry
        url = self.settings.url(service, path)
        pause = policy.first_pause
        for left in range(policy.retries, -1, -1):
            response = self._session.get(url, params=params, timeout=20)
            if response.ok:
                return response.json()
            if left == 0 or response.status_code not in policy.statuses:
                raise CloudLinkError(response)
            asked = response.headers.get("Retry-After", "")
            time.sleep(float(asked) if asked.isdigit() else pause)
            pause *= policy.growth
        raise AssertionError("unreachable")

    def pages(self, service: str, path: str) -> Iterator[dict]:
        token: str | None = ""
        while token is not None:
            page = self.get(service, path, **({"$nextPageToken": token} if token else {}))
            yield from page["_embedded"]["items"]
            token = page.get("nextPageToken")
