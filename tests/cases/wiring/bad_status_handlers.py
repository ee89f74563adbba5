# expects: CL102
import logging

import requests

log = logging.getLogger(__name__)


def absent(reply):
    return None


def fine(reply):
    return reply.json()


def denied(reply):
    log.error("denied: %s %s %s", reply.status_code, reply.text, reply.headers)
    raise PermissionError(reply.text)


def broken(reply):
    log.error("user not read: %s %s", reply.status_code, reply.text)  # !CL102
    raise RuntimeError(reply.text)


HANDLERS = {200: fine, 404: absent, 401: denied, 403: denied}


def user(ident):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/users/{ident}", timeout=5)
    return HANDLERS.get(reply.status_code, broken)(reply)
