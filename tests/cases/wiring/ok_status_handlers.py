# expects:
import logging
from http import HTTPStatus

import requests

log = logging.getLogger(__name__)


def fine(reply):
    return reply.json()


def absent(reply):
    return {}


def failed(reply):
    log.error("user: %s %s %s", reply.status_code, reply.text, reply.headers)
    raise RuntimeError(reply.text)


BY_STATUS = {HTTPStatus.OK: fine, HTTPStatus.NOT_FOUND: absent}


def user(ident):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/users/{ident}", timeout=5)
    return BY_STATUS.get(reply.status_code, failed)(reply)
