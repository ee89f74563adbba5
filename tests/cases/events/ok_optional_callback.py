# expects:
import logging

import httpx

log = logging.getLogger(__name__)


class Client:
    def __init__(self, on_error=None):
        self.on_error = on_error
        self._http = httpx.Client(base_url="https://admin.api.mitel.io/2017-09-01")

    def users(self):
        try:
            resp = self._http.get("/users")
            resp.raise_for_status()
        except httpx.HTTPStatusError as exc:
            if self.on_error:
                self.on_error("users", exc)
            return None
        return resp.json()


def record(what, error):
    headers = error.response.headers
    log.error(
        "%s: correlation %s, request %s",
        error,
        headers.get("x-mitel-correlation-id"),
        headers.get("x-amzn-requestId"),
    )


def main():
    client = Client()
    client.on_error = record
    client.users()
