import functools
import time

import requests


def retried(attempts, pause):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, attempts + 1):
                try:
                    return function(*args, **kwargs)
                except requests.RequestException:
                    if attempt == attempts:
                        raise
                    time.sleep(pause * attempt)
        return wrapper
    return decorate
