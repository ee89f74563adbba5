# expects: CL102
import logging

import httpx

log = logging.getLogger(__name__)


class Client:
    def __init__(self):
        self._listeners = []
        self._http = httpx.Client(base_url="https://admin.api.mitel.io/2017-09-01")

    def add_listener(self, fn):
        self._listeners.append(fn)

    def users(self):
        try:
            resp = self._http.get("/users")
            resp.raise_for_status()
        except httpx.HTTPStatusError as exc:
            for fn in self._listeners:
                fn("users", exc)
            return None
        return resp.json()


def record(what, error):
    log.error("%s: %s", what, error)  # !CL102


def main():
    client = Client()
    client.add_listener(record)
    client.users()
