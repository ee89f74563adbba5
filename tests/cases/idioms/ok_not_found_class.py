# expects:
import requests
import logging

log = logging.getLogger()


class E(Exception):
    def __init__(self, response):
        super().__init__(f"{response.status_code} {response.text} {response.headers}")


class NotFound(E):
    pass


def load(path):
    r = requests.get("https://admin.api.mitel.io" + path)
    if r.status_code == 404:
        raise NotFound(r)
    if not r.ok:
        raise E(r)
    return r.json()


def user(uid):
    try:
        return load("/users/" + uid)
    except NotFound:
        return None
    except E as e:
        log.error("user: %s", e)
        return None
