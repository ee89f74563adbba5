# case: kind=server level=self-assessed
"""The last pause is None, under which the last answer is not tried again but raised."""
import time

import requests


def accounts():
    for pause in [2, 4, 6, None]:
        reply = requests.get("https://admin.api.mitel.io/2017-09-01/accounts", timeout=5)
        if reply.status_code == 503 and pause:
            time.sleep(max(pause, int(reply.headers.get("Retry-After", 0))))
            continue
        reply.raise_for_status()
        return reply.json()


def users():
    for pause in (2, 4, 6, None):
        reply = requests.get("https://admin.api.mitel.io/2017-09-01/users", timeout=5)
        if reply.status_code == 503 and pause is not None:
            time.sleep(max(pause, int(reply.headers.get("Retry-After", 0))))
            continue
        reply.raise_for_status()
        return reply.json()
