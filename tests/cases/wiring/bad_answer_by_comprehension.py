# expects: CL101
"""A class stands for the status that it says; 404 is an answer."""
import logging

import requests

log = logging.getLogger(__name__)


class ApiError(Exception):
    status = 500

    def __init__(self, response):
        self.response = response
        super().__init__(f"HTTP {response.status_code} {response.text} {response.headers}")


class Missing(ApiError):
    status = 404


class Busy(ApiError):
    status = 503


BY_STATUS = {cls.status: cls for cls in (Missing, Busy)}


def get(path):
    response = requests.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=5)
    if response.status_code >= 400:
        raise BY_STATUS.get(response.status_code, ApiError)(response)
    return response.json()


def user(ident):
    try:
        return get(f"/users/{ident}")
    except Busy:  # !CL101
        return None
    except ApiError as error:
        log.error("user %s: %s", ident, error)
        raise
