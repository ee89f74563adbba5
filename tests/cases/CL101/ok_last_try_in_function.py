# case: kind=server
"""A decorator that retries, with one more try after the loop whose failure goes on."""
import functools
import time

import requests


class Failure(Exception):
    def __init__(self, response):
        super().__init__(f"{response.status_code}: {response.text}")
        self.status = response.status_code
        self.after = float(response.headers.get("Retry-After", 0))


def patient(times=3):
    def wrap(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            for _ in range(times):
                try:
                    return function(*args, **kwargs)
                except Failure as failure:
                    if failure.status not in {429, 503}:
                        raise
                    delay = max(2, failure.after)
                time.sleep(delay)
            return function(*args, **kwargs)

        return inner

    return wrap


@patient(times=4)
def read(path):
    response = requests.get("https://admin.us.api.mitel.io" + path)
    if response.status_code >= 400:
        raise Failure(response)
    return response.json()
