# case: kind=server level=self-assessed
# expects:
import logging
import threading

import requests

log = logging.getLogger(__name__)
stopping = threading.Event()


def fetch(url="https://admin.api.mitel.io/2017-09-01/users"):
    for pause in (2, 4, 8, None):
        try:
            reply = requests.get(url, timeout=5)
            reply.raise_for_status()
            return reply.json()
        except requests.ConnectionError as error:
            if pause is None or stopping.is_set():
                log.error("users: %s", error)
                raise
            stopping.wait(pause)
