# expects: CL101, CL102
import contextlib
import logging
from typing import Generic, TypeVar

import requests

log = logging.getLogger(__name__)
T = TypeVar("T")


class Ok(Generic[T]):
    def __init__(self, value):
        self.value = value


class Err:
    def __init__(self, status, message, trace):
        self.status, self.message, self.trace = status, message, trace


def ask(method, path, body=None):
    reply = requests.request(method, "https://admin.api.mitel.io/2017-09-01" + path, json=body, timeout=9)
    if reply.ok:
        return Ok(reply.json())
    return Err(
        reply.status_code,
        reply.text,
        {k: reply.headers.get(k) for k in ("x-amzn-requestId", "x-mitel-correlation-id")},
    )


def rename(ident, name):
    outcome = ask("PUT", f"/users/{ident}", {"name": name})
    if isinstance(outcome, Ok):
        return outcome.value
    log.error("not renamed: %s %s %s", outcome.status, outcome.message, outcome.trace)
    return None


def remove(ident):
    outcome = ask("DELETE", f"/users/{ident}")
    if isinstance(outcome, Ok):  # !CL101
        return True
    return False


def create(name):
    match ask("POST", "/users", {"name": name}):
        case Ok(value=value):
            return value["userId"]
        case Err(status=status, message=message):
            log.error("not created: %s %s", status, message)  # !CL102
            return None


@contextlib.contextmanager
def temporary(name):
    ident = create(name)
    try:
        yield ident
    finally:
        remove(ident)
