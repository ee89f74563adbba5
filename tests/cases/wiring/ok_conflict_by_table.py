# expects:
import logging

import requests

log = logging.getLogger(__name__)


class Refused(Exception):
    def __init__(self, reply):
        super().__init__(f"{reply.status_code} {reply.text} {reply.headers}")


class Taken(Refused):
    pass


class Denied(Refused):
    pass


KINDS = {403: Denied, 409: Taken}


def add(account, name):
    reply = requests.post(f"https://admin.api.mitel.io/accounts/{account}/users", json={"name": name}, timeout=5)
    if reply.status_code >= 400:
        kind = KINDS.get(reply.status_code, Refused)
        raise kind(reply)
    return reply.json()


def ensure(account, name):
    try:
        add(account, name)
    except Taken:
        log.info("%s is there", name)
    except Refused as error:
        log.error("%s not added: %s", name, error)
