"""The one error by which a refusal of CloudLink travels through the application."""

from __future__ import annotations

import requests


class ApiFault(Exception):
    """CloudLink answered a request with an error."""

    def __init__(self, response: requests.Response) -> None:
        self.method = response.request.method
        self.url = response.url
        self.status = response.status_code
        self.body = response.text
        self.correlation_id = response.headers.get("x-mitel-correlation-id")
        self.request_id = response.headers.get("x-amzn-requestId")
        super().__init__(f"{self.method} {self.url}: {self.status} {self.body}")

    def report(self) -> str:
        """Everything that support asks for, in one line."""
        return f"{self} (correlation {self.correlation_id}, request {self.request_id})"
