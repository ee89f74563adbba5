# expects: CL102
"""A decorator that is an object wraps a method: its errors come up where the method is called."""
import functools
import logging

import requests

log = logging.getLogger(__name__)


class Counted:
    def __init__(self, limit):
        self.limit, self.failures = limit, 0

    def __call__(self, function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            except requests.RequestException:
                self.failures += 1
                raise

        return wrapper


class Directory:
    def __init__(self, base):
        self.base = base
        self.http = requests.Session()

    @Counted(limit=5)
    def users(self):
        reply = self.http.get(self.base + "/users", timeout=10)
        reply.raise_for_status()
        return reply.json()


def show():
    try:
        print(Directory("https://admin.api.mitel.io/2017-09-01").users())
    except requests.HTTPError as error:
        log.error("users: %s", error)  # !CL102
    except requests.ConnectionError as error:
        log.error("users: %s", error)
