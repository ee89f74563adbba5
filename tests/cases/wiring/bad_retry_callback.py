# expects: CL102
"""A retrying decorator tells of the last error as it is asked to; once it is asked for too little."""
import functools
import logging
import time

import requests

log = logging.getLogger(__name__)


def in_full(what, error):
    log.error("%s: %s %s %s", what, error, error.response.text, error.response.headers)


def retrying(attempts=4, on_error=in_full):
    def outer(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            for attempt in range(1, attempts + 1):
                try:
                    return function(*args, **kwargs)
                except requests.HTTPError as error:
                    if error.response.status_code not in (429, 503) or attempt == attempts:
                        on_error(function.__name__, error)
                        raise
                    time.sleep(max(2.0, float(error.response.headers.get("Retry-After", 2))))
            raise AssertionError

        return inner

    return outer


def get(path):
    reply = requests.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=9)
    reply.raise_for_status()
    return reply.json()


@retrying()
def users():
    return get("/users")


@retrying(on_error=lambda what, error: log.error("%s failed: %s", what, error))  # !CL102
def accounts():
    return get("/accounts")
