"""Delays of a library that may come to an end bound the retries."""
import logging
import time

import requests
from patience import delays

log = logging.getLogger(__name__)


def remove(ident):
    pauses = delays(start=3)
    while True:
        try:
            reply = requests.delete(f"https://admin.api.mitel.io/2017-09-01/users/{ident}", timeout=10)
            break
        except requests.ConnectionError as error:
            pause = next(pauses, None)
            if pause is None:
                log.error("user %s not removed: %s", ident, error)
                raise
            time.sleep(max(2, pause))
    reply.raise_for_status()
