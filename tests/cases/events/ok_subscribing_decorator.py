# expects:
import logging
from collections import defaultdict

import httpx

log = logging.getLogger(__name__)
_subscribers = defaultdict(list)


def subscribe(event):
    def wrap(fn):
        _subscribers[event].append(fn)
        return fn

    return wrap


def fire(event, **payload):
    for fn in _subscribers[event]:
        fn(**payload)


@subscribe("failed")
def record(what, error):
    headers = error.response.headers
    log.error(
        "%s: correlation %s, request %s",
        error,
        headers.get("x-mitel-correlation-id"),
        headers.get("x-amzn-requestId"),
    )


http = httpx.Client(base_url="https://admin.api.mitel.io/2017-09-01")


def users():
    try:
        resp = http.get("/users")
        resp.raise_for_status()
    except httpx.HTTPStatusError as exc:
        fire("failed", what="users", error=exc)
        return None
    return resp.json()
