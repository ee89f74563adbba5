# case: kind=server level=self-assessed
# expects:
import logging

import requests

log = logging.getLogger("cloudlink")


def record(reply, *args, **kwargs):
    if not reply.ok:
        log.error(
            "%s %s: %s %s",
            reply.request.method,
            reply.url,
            reply.status_code,
            reply.text,
            extra={
                "correlation": reply.headers.get("x-mitel-correlation-id"),
                "request": reply.headers.get("x-amzn-requestid"),
            },
        )


def connect(token):
    session = requests.Session()
    session.hooks["response"] = [record]
    session.headers.update({"Authorization": f"Bearer {token}"})
    return session


def photo(token, user):
    reply = connect(token).get(f"https://admin.api.mitel.io/2017-09-01/users/{user}/photo")
    if reply.status_code != 200:
        return None
    return reply.content
