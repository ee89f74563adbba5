import time

import requests

from statuses import WORTH_A_RETRY

TRIES = 4


def request(method: str, url: str, headers: dict[str, str], **options) -> requests.Response:
    for attempt in range(1, TRIES + 1):
        resp = requests.request(method, url, headers=headers, timeout=10, **options)
        if resp.status_code not in WORTH_A_RETRY or attempt == TRIES:  # !CL303
            return resp
        asked = resp.headers.get("Retry-After", "")
        time.sleep(float(asked) if asked.isdigit() else 2.0 * attempt)
    raise AssertionError
