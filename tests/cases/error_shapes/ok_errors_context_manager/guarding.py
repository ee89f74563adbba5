import logging

import requests

log = logging.getLogger("cloudlink")


class Unavailable(Exception):
    pass


class cloudlink:
    def __init__(self, operation: str) -> None:
        self.operation = operation

    def __enter__(self) -> "cloudlink":
        return self

    def __exit__(self, kind, error, trace) -> bool:
        if isinstance(error, requests.RequestException):
            response = error.response
            log.error(
                "%s: %s (correlation=%s, request=%s)",
                self.operation,
                error,
                response.headers.get("x-mitel-correlation-id") if response is not None else None,
                response.headers.get("x-amzn-requestid") if response is not None else None,
            )
        return False
