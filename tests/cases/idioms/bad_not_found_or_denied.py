# expects: CL101
import requests
import logging

log = logging.getLogger()


class NotFound(Exception):
    pass


class Denied(Exception):
    pass


def load(path):
    r = requests.get("https://admin.api.mitel.io" + path)
    if r.status_code == 404:
        raise NotFound(r)
    if r.status_code == 403:
        raise Denied(r)
    r.raise_for_status()
    return r.json()


def user(uid):
    try:
        return load("/users/" + uid)
    except (NotFound, Denied):  # !CL101
        return None
