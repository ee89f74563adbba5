# case: kind=server level=self-assessed
"""A helper that is given each response logs the failing ones; what is done next need not log again."""
import logging

import requests

log = logging.getLogger(__name__)


def check(r):
    if r.ok:
        return
    log.error("%s: %s %s %s", r.url, r.status_code, r.text, r.headers)


def a(user):
    try:
        r = requests.get(f"https://admin.api.mitel.io/2017-09-01/users/{user}", timeout=5)
        check(r)
        r.raise_for_status()
    except requests.HTTPError:
        return None
    return r.json()


def b(user):
    r = requests.get(f"https://admin.api.mitel.io/2017-09-01/users/{user}/b", timeout=5)
    check(r)
    return r.json() if r.ok else None


def d(user):
    r = requests.get(f"https://admin.api.mitel.io/2017-09-01/users/{user}/d", timeout=5)
    if r.ok:
        return r.json()
    check(r)
    return None
