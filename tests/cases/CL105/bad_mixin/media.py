import requests

from tracing import TraceMixin


class MediaError(TraceMixin, Exception):
    pass


class Media(object):
    def __init__(self, token, base="https://media.us.api.mitel.io/2017-09-01"):
        self.base = base
        self.headers = {"Authorization": "Bearer " + token}

    def update(self, endpoint, number, **change):
        url = "%s/endpoints/%s/calls/%s" % (self.base, endpoint, number)
        r = requests.put(url, json=change, headers=self.headers, timeout=10)
        if r.status_code not in (200, 202):
            raise MediaError(r)
        return r.json()
