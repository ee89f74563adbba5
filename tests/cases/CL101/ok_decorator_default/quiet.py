import functools
import logging

import requests


def default_on_error(value=None, *, logger="widgets"):
    log = logging.getLogger(logger)

    def decorate(func):
        @functools.wraps(func)
        def call(*args, **kwargs):
            try:
                return func(*args, **kwargs)
            except requests.RequestException as exc:
                headers = {} if exc.response is None else exc.response.headers
                log.warning("%s%r: %s %s", func.__name__, args[:1], exc, dict(headers))
                return value

        return call

    return decorate
