"""What goes wrong between the hotel and CloudLink."""
from __future__ import annotations

import httpx


class CloudLinkFailure(Exception):
    """An answer of CloudLink that is an error."""

    def __init__(self, what: str, response: httpx.Response) -> None:
        super().__init__(f"{what}: {response.status_code} {response.text}")
        self.status = response.status_code
        self.body = response.text
        self.trace = {name: response.headers.get(name) for name in TRACE_HEADERS}


TRACE_HEADERS = ("x-mitel-correlation-id", "x-amzn-requestid")
