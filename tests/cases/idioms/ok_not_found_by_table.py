# expects:
import requests
import logging

log = logging.getLogger()


class E(Exception):
    def __init__(self, response):
        super().__init__(f"{response.status_code} {response.text} {response.headers}")


class NotFound(E):
    pass


def error_for(response):
    cls = {404: NotFound}.get(response.status_code, E)
    return cls(response)


def load(path):
    r = requests.get("https://admin.api.mitel.io" + path)
    if not r.ok:
        raise error_for(r)
    return r.json()


def user(uid):
    try:
        return load("/users/" + uid)
    except NotFound:
        return None
    except E as e:
        log.error("user: %s", e)
        return None
