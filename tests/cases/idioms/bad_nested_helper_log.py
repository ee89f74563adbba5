# case: kind=server level=self-assessed
# expects: CL103
import logging

import httpx

log = logging.getLogger(__name__)


def ids(headers):
    return {"correlation": headers.get("x-mitel-correlation-id"), "amzn": headers.get("x-amzn-requestid")}


def complain(what, reply):
    log.warning("%s failed (%s)", what, reply.status_code, extra=ids(reply.headers))  # !CL103


def send(client: httpx.Client, room, text):
    reply = client.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{room}/messages", json={"body": text}
    )
    if not reply.is_success:
        complain(f"message to conversation {room}", reply)
