# expects: CL102, CL103
"""Verbs are partial methods of one sender; statuses are told by ranges."""
import logging
from functools import partialmethod

import requests

log = logging.getLogger(__name__)


class Api:
    def send(self, verb, path, **kwargs):
        reply = requests.request(verb, f"https://admin.api.mitel.io/2017-09-01{path}", timeout=5, **kwargs)
        if reply.status_code in range(400, 600):
            log.error("%s %s: %s", verb, path, reply.status_code)  # !CL102 !CL103
            reply.raise_for_status()
        return reply.json()

    get = partialmethod(send, "GET")
    put = partialmethod(send, "PUT")


def rename(user, name):
    return Api().put(f"/users/{user}", json={"name": name})
