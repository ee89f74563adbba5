# expects: CL102
import logging

import requests

log = logging.getLogger(__name__)
SERVICES = ("admin", "media", "authentication")


class Service:
    def __init__(self, name):
        self.base = f"https://{name}.api.mitel.io/2017-09-01"

    def get(self, path):
        reply = requests.get(self.base + path, timeout=10)
        if not reply.ok:
            log.error("%s%s: %s %s", self.base, path, reply.status_code, reply.text)  # !CL102
            reply.raise_for_status()
        return reply.json()


class CloudLink:
    def __init__(self):
        for name in SERVICES:
            setattr(self, name, Service(name))


def users():
    return CloudLink().admin.get("/users")
