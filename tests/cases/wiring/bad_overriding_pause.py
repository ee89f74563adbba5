# expects: CL301, CL302
"""The base class is patient; one of those below it is not."""
import logging
import time

import requests

log = logging.getLogger(__name__)


class Resource:
    path = "users"
    attempts = 4

    def pause(self, reply):
        return max(3.0, float(reply.headers.get("Retry-After", 0)))

    def fetch(self):
        for number in range(self.attempts):  # !CL302
            reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/{self.path}", timeout=5)
            if reply.status_code not in (429, 503):
                break
            time.sleep(self.pause(reply))  # !CL301
        if not reply.ok:
            log.error("%s: %s %s %s", self.path, reply.status_code, reply.text, reply.headers)
            reply.raise_for_status()
        return reply.json()


class Devices(Resource):
    path = "devices"
    attempts = 9

    def pause(self, reply):
        return max(0.5, float(reply.headers.get("Retry-After", 0)))
