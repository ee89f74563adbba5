# case: kind=server level=self-assessed
# expects: CL102
import logging

import requests

log = logging.getLogger(__name__)


class CloudLinkError(Exception):
    def __init__(self, reply):
        super().__init__(reply.status_code, reply.text)
        self.reply = reply


def check(reply):
    if not reply.ok:
        raise CloudLinkError(reply)
    return reply


def endpoints(session, user):
    try:
        return check(session.get(f"https://admin.api.mitel.io/2017-09-01/users/{user}/endpoints")).json()
    except CloudLinkError as error:
        log.error(  # !CL102
            "endpoints of user %s: %s, %s", user, error, error.reply.headers["X-Amzn-RequestId"]
        )
        return []
