# expects: CL301 CL302
import time
from itertools import count

import requests


def users():
    for attempt in count():  # !CL302
        try:
            reply = requests.get("https://admin.api.mitel.io/2017-09-01/users", timeout=10)
        except requests.Timeout:
            time.sleep(1)  # !CL301
            continue
        reply.raise_for_status()
        return reply.json()
