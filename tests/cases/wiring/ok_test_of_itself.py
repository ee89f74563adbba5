"""A test that asks itself of what is inside tells nothing new."""
import logging

import requests

log = logging.getLogger(__name__)


def is_whole(body):
    return bool(body) and is_whole(body[1:])


def users():
    reply = requests.get("https://admin.api.mitel.io/2017-09-01/users", timeout=5)
    if not reply.ok:
        log.error("users: %s %s %s", reply.status_code, reply.text, reply.headers)
        reply.raise_for_status()
    body = reply.json()
    if is_whole(body):
        return body
    return []
