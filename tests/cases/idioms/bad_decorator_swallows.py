# case: kind=server level=self-assessed
# expects: CL101
import functools

import requests


def default(value):
    def decorate(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            except requests.RequestException:  # !CL101
                return value() if callable(value) else value

        return inner

    return decorate


@default(list)
def tags(account):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account}/tags", timeout=3)
    reply.raise_for_status()
    return reply.json()
