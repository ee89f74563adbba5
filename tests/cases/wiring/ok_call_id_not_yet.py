"""The id of the call is what the failing request would have told."""
import logging

import requests

log = logging.getLogger(__name__)
MEDIA = "https://media.api.mitel.io/2017-09-01"


class ApiError(Exception):
    pass


def execute(method, path, body=None):
    reply = requests.request(method, MEDIA + path, json=body, timeout=10)
    if not reply.ok:
        raise ApiError(reply.status_code, reply.text, dict(reply.headers))
    return reply.json()


def dial(user, to):
    try:
        call_id = execute("POST", f"/users/{user}/calls", {"to": to})["callId"]
    except ApiError as error:
        log.error("not dialled from %s to %s: %s", user, to, error)
        raise
    return call_id
