import logging
from contextlib import contextmanager

import requests

log = logging.getLogger("cloudlink")


class Unavailable(Exception):
    pass


@contextmanager
def cloudlink(operation: str):
    try:
        yield
    except requests.RequestException as exc:
        log.error("%s did not work", operation)  # !CL103 !CL102
        raise Unavailable(operation) from exc
