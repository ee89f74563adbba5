# expects: CL301, CL302, CL303
"""The well-known adapter with a timeout of its own hands its other keywords on."""
import logging

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

log = logging.getLogger(__name__)


class TimeoutAdapter(HTTPAdapter):
    def __init__(self, *args, timeout=10, **kwargs):
        self.timeout = timeout
        super().__init__(*args, **kwargs)

    def send(self, request, **kwargs):
        kwargs["timeout"] = kwargs.get("timeout") or self.timeout
        return super().send(request, **kwargs)


def session():
    made = requests.Session()
    retries = Retry(total=8, backoff_factor=3, status_forcelist=(429, 500, 503), raise_on_status=False)
    made.mount("https://", TimeoutAdapter(max_retries=retries))  # !CL301 !CL302 !CL303
    return made


def users():
    reply = session().get("https://admin.api.mitel.io/2017-09-01/users")
    if not reply.ok:
        log.error("users: %s %s %s", reply.status_code, reply.text, reply.headers)
        reply.raise_for_status()
    return reply.json()
