import functools
import time

import requests

TEMPORARY = frozenset({408, 429, 503, 504, 598, 599})


def wait(response, attempt, pause):
    if response is not None:
        asked = response.headers.get("Retry-After", "")
        if asked.isdigit():
            return max(int(asked), pause)
    return pause * 2 ** (attempt - 1)


def retried(attempts, pause):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, attempts + 1):
                try:
                    return function(*args, **kwargs)
                except (requests.HTTPError, requests.ConnectionError, requests.Timeout) as exc:
                    response = exc.response
                    if response is not None and response.status_code not in TEMPORARY:
                        raise
                    if attempt == attempts:
                        raise
                    time.sleep(wait(response, attempt, pause))
        return wrapper
    return decorate
