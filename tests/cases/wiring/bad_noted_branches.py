# case: kind=server level=self-assessed
# expects: CL101, CL102
"""A branch that logs a failing response and lets it go on counts on its way only, and only as far as it logs."""
import logging

import requests

log = logging.getLogger(__name__)
BASE = "https://admin.api.mitel.io/2017-09-01"


def send(path):
    return requests.get(BASE + path, timeout=5)


def loud(path):
    reply = send(path)
    if not reply.ok:
        log.error("%s: %s %s %s", path, reply.status_code, reply.text, reply.headers)
    reply.raise_for_status()
    return reply


def quiet(path):
    try:
        reply = send(path)
        reply.raise_for_status()
    except requests.HTTPError:  # !CL101
        return None
    except requests.RequestException as error:
        log.error("%s: %s", path, error)
        return None
    return reply


def half(user):
    reply = send(f"/users/{user}")
    if reply.status_code >= 400:
        log.error("user %s: %s %s", user, reply.status_code, reply.text)  # !CL102
    return reply


def rename(user):
    try:
        half(user).raise_for_status()
    except requests.HTTPError:
        return False
    return True


loud("/accounts")
