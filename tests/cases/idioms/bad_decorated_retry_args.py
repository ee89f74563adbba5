# case: kind=server level=self-assessed
# expects: CL301 CL302 CL303 CL304
import functools
import logging
import time

import requests

log = logging.getLogger(__name__)


def again(times=8, pause=1.0, on=(requests.RequestException,)):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for number in range(times):  # !CL302 !CL303 !CL304
                try:
                    return function(*args, **kwargs)
                except on:
                    if number == times - 1:
                        raise
                    time.sleep(pause)  # !CL301

        return wrapper

    return decorate


@again(on=(requests.HTTPError, requests.ConnectionError))
def contacts(session):
    reply = session.get("https://contacts.api.mitel.io/2017-09-01/contacts")
    reply.raise_for_status()
    return reply.json()


contacts(requests.Session())
