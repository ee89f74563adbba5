# case: kind=server level=self-assessed
"""What a branch has logged in full before raise_for_status() need not be logged where that is caught."""
import logging

import requests

log = logging.getLogger(__name__)


def noting(handler):
    def call(request):
        reply = handler(request)
        if reply.status_code >= 400:
            log.error("%s: %s %s %s", request.url, reply.status_code, reply.content, reply.headers)
        return reply

    return call


def raising(handler):
    def call(request):
        reply = handler(request)
        reply.raise_for_status()
        return reply

    return call


def send(request):
    session = requests.Session()
    return session.send(session.prepare_request(request), timeout=5)


chain = send
for layer in (noting, raising):
    chain = layer(chain)


def rename(user, name):
    url = f"https://admin.api.mitel.io/2017-09-01/users/{user}"
    try:
        chain(requests.Request("PATCH", url, json={"name": name}))
    except requests.HTTPError:
        return False
    return True


def remove(user):
    reply = requests.delete(f"https://admin.api.mitel.io/2017-09-01/users/{user}", timeout=5)
    if reply.ok:
        log.info("user %s removed", user)
    else:
        log.error("user %s: %s %s %s", user, reply.status_code, reply.content, reply.headers)
    reply.raise_for_status()


def removed(user):
    try:
        remove(user)
    except requests.HTTPError:
        return False
    return True
