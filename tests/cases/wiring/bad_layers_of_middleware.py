# expects: CL103, CL301, CL304
import functools
import logging
import random
import time
from collections.abc import Callable

import requests

logger = logging.getLogger(__name__)

Request = Callable[..., requests.Response]


def with_token(provider):
    def decorate(send: Request) -> Request:
        @functools.wraps(send)
        def wrapper(method, path, *, headers=None, **kw):
            headers = {**(headers or {}), "Authorization": "Bearer " + provider()}
            return send(method, path, headers=headers, **kw)

        return wrapper

    return decorate


def with_retry(times=4, base=1.0):
    def decorate(send: Request) -> Request:
        @functools.wraps(send)
        def wrapper(*args, **kw):
            for n in range(times + 1):  # !CL304
                response = send(*args, **kw)
                if response.status_code not in (429, 503) or n == times:
                    return response
                time.sleep(base * 2**n + random.random())  # !CL301

        return wrapper

    return decorate


def with_log(send: Request) -> Request:
    def wrapper(method, path, **kw):
        response = send(method, path, **kw)
        if not response.ok:
            logger.error(  # !CL103
                "%s %s: %s/%s",
                method,
                path,
                response.headers.get("x-mitel-correlation-id"),
                response.headers.get("x-amzn-requestid"),
            )
        return response

    return wrapper


def chain(send, *layers):
    for layer in reversed(layers):
        send = layer(send)
    return send


def raw(base):
    session = requests.Session()

    def send(method, path, **kw):
        return session.request(method, base + path, timeout=10, **kw)

    return send


def token():
    return open("/run/secrets/token").read().strip()


admin = chain(raw("https://admin.api.mitel.io/2017-09-01"), with_log, with_retry(), with_token(token))


def users():
    return admin("GET", "/users").json()["_embedded"]["items"]


def rename(user_id, name):
    admin("PUT", f"/users/{user_id}", json={"name": name})
