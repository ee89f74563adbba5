# expects: CL105
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


def transfer(event, to):
    call_id = event["callId"]
    try:
        execute("PUT", f"/calls/{call_id}", {"to": to})
    except ApiError as error:
        log.error("not transferred to %s: %s", to, error)  # !CL105
        raise
