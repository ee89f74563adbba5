# expects: CL101
"""Callers choose what becomes of an error; one of them chooses nothing."""
import functools
import logging

import requests

logger = logging.getLogger(__name__)


def fetch(path, on_ok, on_error):
    try:
        reply = requests.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=5)
        reply.raise_for_status()
    except requests.RequestException as error:  # !CL101
        on_error(error)
    else:
        on_ok(reply.json())


def report(what, error):
    headers = error.response.headers if error.response is not None else {}
    logger.error("%s failed: %s %s", what, error, headers)


def ignore(error):
    return None


def users(show):
    fetch("/users", show, functools.partial(report, "users"))


def accounts(show):
    fetch("/accounts", show, on_error=ignore)
