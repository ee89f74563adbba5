# case: kind=server level=self-assessed
# expects: CL101
"""A function gives back the error that it has caught; its callers ask for it."""
import logging

import requests

log = logging.getLogger(__name__)
BASE = "https://admin.api.mitel.io/2017-09-01"


def get(path):
    try:
        r = requests.get(BASE + path, timeout=5)
        r.raise_for_status()
        return r.json()
    except requests.RequestException as e:
        return e


def users(account):
    found = get(f"/accounts/{account}/users")
    if isinstance(found, requests.HTTPError):
        log.error("account %s: %s %s", account, found, found.response.headers)
        return []
    if isinstance(found, Exception):
        log.error("account %s: %s", account, found)
        return []
    return found


def silent(account):
    found = get(f"/accounts/{account}/silent")
    if isinstance(found, Exception):  # !CL101
        return []
    return found
