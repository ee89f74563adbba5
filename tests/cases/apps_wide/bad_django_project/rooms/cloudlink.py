import logging
from functools import cached_property

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

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
        retries = Retry(  # !CL301 !CL302 !CL303 !CL304
            total=6, backoff_factor=1, status_forcelist=[429, 500, 503], respect_retry_after_header=False
        )
        session.mount("https://", HTTPAdapter(max_retries=retries))
        return session

    def _call(self, method, path, **kwargs):
        kwargs.setdefault("timeout", 10)
        response = self.session.request(method, self.base_url + path, **kwargs)
        if not response.ok:
            logger.error("%s %s failed with %s", method, path, response.status_code)  # !CL102 !CL103
            raise CloudLinkException(response.text, response.status_code)
        return response


class Admin(BaseApi):
    def user(self, user_id):
        return self._call("GET", f"/users/{user_id}").json()


class Notifications(BaseApi):
    setting = "NOTIFICATIONS"

    def subscribe(self, topic, url):
        body = {"publicationId": topic, "transport": "webhook", "url": url}
        return self._call("POST", "/subscriptions", json=body).json()  # !CL502

    def drop(self, subscription):
        self.session.delete(self.base_url + "/subscriptions/" + subscription)  # !CL305
