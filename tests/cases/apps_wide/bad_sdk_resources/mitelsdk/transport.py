import logging
import time

import httpx

from .errors import error_for

log = logging.getLogger("mitelsdk")


class Transport:
    RETRIES = 8

    def __init__(self, settings):
        self._settings = settings
        self._clients = {}

    def _client(self, service):
        if service not in self._clients:
            self._clients[service] = httpx.Client(
                base_url=self._settings.url(service),
                headers={"Authorization": f"Bearer {self._settings.token}"},
            )
        return self._clients[service]

    def send(self, service, method, path, **options):
        reply = self._client(service).request(method, path, **options)
        if reply.is_error:
            raise error_for(reply)
        return reply

    def fetch(self, service, path):
        for attempt in range(self.RETRIES):  # !CL302
            reply = self._client(service).get(path)
            if reply.status_code not in (429, 503):
                break
            time.sleep(int(reply.headers.get("Retry-After", 2)))
        if reply.is_error:
            raise error_for(reply)
        return reply.json()

    def raw(self, service, path):
        return self._client(service).get(path)  # !CL305
