import logging
from functools import cached_property

import requests
from django.conf import settings

logger = logging.getLogger(__name__)


class CloudLinkException(Exception):
    def __init__(self, message, code=None):
        super().__init__(message)
        self.code = code


class BaseApi:
    setting = "ADMIN"

    def __init__(self, token):
        self.token = token

    @property
    def base_url(self):
        return settings.CLOUDLINK[self.setting]

    @cached_property
    def session(self):
        session = requests.Session()
        session.headers.update({"Authorization": "Bearer %s" % self.token})
        return session

    def _call(self, method, path, **kwargs):
        kwargs.setdefault("timeout", 10)
        response = self.session.request(method, self.base_url + path, **kwargs)
        if not response.ok:
            logger.error(
                "%s %s failed with %s: %s",
                method,
                path,
                response.status_code,
                response.text,
                extra={h: response.headers.get(h) for h in ("x-mitel-correlation-id", "x-amzn-requestid")},
            )
            raise CloudLinkException(response.text, response.status_code)
        return response


class Admin(BaseApi):
    def user(self, user_id):
        return self._call("GET", f"/users/{user_id}").json()

    def users(self):
        path = "/users"
        while path:
            page = self._call("GET", path).json()
            yield from page["_embedded"]["items"]
            path = page["_links"].get("next", {}).get("path")
