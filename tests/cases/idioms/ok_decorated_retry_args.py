# case: kind=server level=self-assessed
# expects:
import functools
import logging
import time

import requests

log = logging.getLogger(__name__)
WORTH_IT = frozenset({408, 429, 503, 504, 598, 599})


def again(times=5, pause=2.0):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            wait = pause
            for number in range(times + 1):
                try:
                    return function(*args, **kwargs)
                except requests.HTTPError as error:
                    if number == times or error.response.status_code not in WORTH_IT:
                        raise
                    hint = error.response.headers.get("Retry-After", "")
                    time.sleep(max(pause, float(hint)) if hint.isdigit() else wait)
                except (requests.ConnectionError, requests.Timeout):
                    if number == times:
                        raise
                    time.sleep(wait)
                wait = min(wait * 2, 60)

        return wrapper

    return decorate


@again(times=4)
def contacts(session):
    reply = session.get("https://contacts.api.mitel.io/2017-09-01/contacts")
    reply.raise_for_status()
    return reply.json()


contacts(requests.Session())
