# case: kind=server level=self-assessed
"""The failing response goes to the caller in a pair, who logs it."""
import logging
import requests

log = logging.getLogger(__name__)
BASE = "https://admin.api.mitel.io/2017-09-01"

def fetch(path):
    r = requests.get(BASE + path, timeout=5)
    if r.ok:
        return r.json(), None
    return None, r

def user(uid):
    data, failed = fetch(f"/users/{uid}")
    if failed is not None:
        log.error("user %s: %s %s %s", uid, failed.status_code, failed.text, failed.headers)
        return None
    return data
