# case: kind=server level=self-assessed
# expects: CL103, CL302
"""Mixins around a base client, each of which goes on with super(): one tries again, one logs."""
import logging
import time

import requests


class BaseClient:
    host = "https://admin.api.mitel.io"
    version = "2017-09-01"

    def __init__(self, **kw):
        self.session = requests.Session()
        super().__init__(**kw)

    def url(self, path):
        return "/".join((self.host, self.version, path.lstrip("/")))

    def request(self, method, path, **kw):
        kw.setdefault("timeout", 10)
        return self.session.request(method, self.url(path), **kw)


class RetryMixin:
    retries = 7
    pause = 2

    def request(self, method, path, **kw):
        response = super().request(method, path, **kw)
        left = self.retries
        while response.status_code in (429, 503) and left:  # !CL302
            time.sleep(max(int(response.headers.get("Retry-After", self.pause)), self.pause))
            response = super().request(method, path, **kw)
            left -= 1
        return response


class LogMixin:
    logger = logging.getLogger("client")

    def request(self, method, path, **kw):
        response = super().request(method, path, **kw)
        if not response.ok:
            self.logger.error("%s %s: %s %s", method, path, response.status_code, response.headers)  # !CL103
        return response


class Client(LogMixin, RetryMixin, BaseClient):
    def user(self, user_id):
        response = self.request("GET", f"users/{user_id}")
        return response.json() if response.ok else None


print(Client().user("1"))
