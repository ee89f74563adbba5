# case: kind=server level=self-assessed
# expects: CL305
import functools

import requests


class Resource:
    def __init__(self, base):
        self._base = base

    def __getattr__(self, verb):
        return functools.partial(requests.request, verb.upper(), self._base, timeout=5)


users = Resource("https://admin.api.mitel.io/2017-09-01/users")


def create(payload):
    return users.post(json=payload).json()["userId"]  # !CL305
