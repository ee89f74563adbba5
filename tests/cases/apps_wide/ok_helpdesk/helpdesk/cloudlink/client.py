from __future__ import annotations

import requests

from ..settings import settings
from .errors import error_for
from .tokens import TokenSource
from .waiting import AGAIN, wait_before

ATTEMPTS = 5


class Client:
    def __init__(self, service: str, tokens: TokenSource | None = None) -> None:
        self._base = settings().service(service)
        self._tokens = tokens or TokenSource()
        self._http = requests.Session()
        self._http.headers["x-mitel-app"] = "app=Helpdesk/1.4;platform=linux;session-id=1"

    def request(self, method: str, path: str, **options):
        for attempt in range(ATTEMPTS):
            last = attempt == ATTEMPTS - 1
            headers = {"Authorization": f"Bearer {self._tokens.current()}"}
            try:
                response = self._http.request(
                    method, self._base + path, headers=headers, timeout=settings().timeout, **options
                )
            except (requests.ConnectionError, requests.Timeout):
                if last:
                    raise
                wait_before(attempt)
                continue
            if response.status_code in AGAIN and not last:
                wait_before(attempt, response)
                continue
            if not response.ok:
                raise error_for(response)
            return response.json() if response.content else None
        raise AssertionError("unreachable")

    def get(self, path, **params):
        return self.request("GET", path, params=params)

    def post(self, path, body):
        return self.request("POST", path, json=body)
