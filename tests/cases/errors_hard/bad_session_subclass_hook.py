# case: kind=server level=self-assessed
# expects: CL102
import logging

import requests

log = logging.getLogger(__name__)


def report(response, *args, **kwargs):
    if response.status_code >= 400:
        log.error("%s %s: %s %s", response.request.method, response.url, response.status_code, response.text)  # !CL102


class Cloud(requests.Session):
    def __init__(self, token):
        super().__init__()
        self.headers["Authorization"] = f"Bearer {token}"
        self.hooks["response"] = [report]


def users(cloud: Cloud, account_id):
    reply = cloud.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", timeout=5)
    reply.raise_for_status()
    return reply.json()
