# expects: CL305
import requests


class Quiet:
    def __init__(self, inner):
        self._inner = inner

    def __getattr__(self, name):
        return getattr(self._inner, name)


http = Quiet(requests.Session())


def f():
    return http.get("https://admin.api.mitel.io/x").json()
