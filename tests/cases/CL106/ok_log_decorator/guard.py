import logging
from functools import wraps

import requests

log = logging.getLogger("chat")


def guarded(method):
    @wraps(method)
    def call(self, *args):
        try:
            return method(self, *args)
        except requests.RequestException as e:
            answer = e.response
            log.error("%s: %s", method.__name__, e, extra={"h": None if answer is None else dict(answer.headers)})
            print(f"{method.__name__}: {e}")
            self.status.set(f"{method.__name__} failed")

    return call
