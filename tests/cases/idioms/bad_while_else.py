# case: kind=server level=self-assessed
# expects: CL301
import time

import requests


def fetch(url="https://admin.api.mitel.io/2017-09-01/users"):
    tries = 3
    while tries:
        try:
            reply = requests.get(url, timeout=5)
        except requests.ConnectionError:
            tries -= 1
            time.sleep(1.5)  # !CL301
        else:
            reply.raise_for_status()
            return reply.json()
    raise RuntimeError("no connection")
