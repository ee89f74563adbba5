"""All requests but those for tokens go through here: identification, retries, errors."""

from __future__ import annotations

import logging
import time
from typing import Any

import requests

from frontdesk.faults import ApiFault
from frontdesk.settings import Settings
from frontdesk.tokens import TokenDesk

log = logging.getLogger(__name__)

WORTH_A_RETRY = frozenset({408, 429, 503, 504, 598, 599})
MOST_RETRIES = 3
SHORTEST_PAUSE = 2.0


def pause_before_retry(response: requests.Response, retry: int) -> float:
    """Seconds to wait: what the service asks for, else twice as long each time."""
    asked = response.headers.get("Retry-After", "")
    if asked.isdigit():
        return max(SHORTEST_PAUSE, float(asked))
    return SHORTEST_PAUSE * 2**retry


class Gateway:
    def __init__(self, settings: Settings, tokens: TokenDesk) -> None:
        self._settings = settings
        self._tokens = tokens
        self._session = requests.Session()
        self._session.headers["x-mitel-app"] = settings.app_header

    def get(self, service: str, path: str) -> dict[str, Any]:
        return self._send("GET", service, path)

    def post(self, service: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._send("POST", service, path, body)

    def put(self, service: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._send("PUT", service, path, body)

    def delete(self, service: str, path: str) -> None:
        self._send("DELETE", service, path)

    def _send(
        self, method: str, service: str, path: str, body: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        url = self._settings.service_url(service) + path
        for retry in range(MOST_RETRIES + 1):
            response = self._session.request(
                method,
                url,
                json=body,
                headers={"Authorization": f"Bearer {self._tokens.hotel()}"},
                timeout=15,
            )
            if response.status_code not in WORTH_A_RETRY or retry == MOST_RETRIES:
                break
            seconds = pause_before_retry(response, retry)
            log.info("%s %s answered %d, again in %.0f s", method, url, response.status_code, seconds)
            time.sleep(seconds)
        if not response.ok:
            raise ApiFault(response)
        return response.json() if response.content else {}
