# expects:
import logging

import httpx

log = logging.getLogger(__name__)


class Client:
    def __init__(self):
        self._handlers = {}
        self._http = httpx.Client(base_url="https://admin.api.mitel.io/2017-09-01")

    def on(self, name, fn):
        self._handlers.setdefault(name, []).append(fn)

    def _fire(self, name, *args, **kwargs):
        for fn in self._handlers.get(name, []):
            fn(*args, **kwargs)

    def users(self):
        try:
            resp = self._http.get("/users")
            resp.raise_for_status()
        except httpx.HTTPStatusError as exc:
            self._fire("error", what="users", error=exc)
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
    client.on("error", record)
    client.users()
