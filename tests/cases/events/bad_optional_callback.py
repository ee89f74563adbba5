# expects: CL102
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
    log.error("%s: %s", what, error)  # !CL102


def main():
    client = Client()
    client.on_error = record
    client.users()
