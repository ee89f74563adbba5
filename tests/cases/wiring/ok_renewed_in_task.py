# case: kind=server
# expects:
import logging

import requests
from celery import shared_task

log = logging.getLogger(__name__)


class Api:
    def __init__(self):
        self.session = requests.Session()

    def renew(self):
        self.session.headers["Authorization"] = "Bearer " + open("/run/token").read()

    def get(self, path):
        url = "https://admin.api.mitel.io/2017-09-01" + path
        reply = self.session.get(url, timeout=10)
        if reply.status_code == 401:
            self.renew()
            reply = self.session.get(url, timeout=10)
        return reply


@shared_task(bind=True, max_retries=5)
def pull(self, path):
    reply = Api().get(path)
    if reply.status_code in (429, 503):
        raise self.retry(countdown=int(reply.headers.get("Retry-After", 5)))
    if not reply.ok:
        log.error("%s: %s %s %s", path, reply.status_code, reply.text, reply.headers)
        return None
    return reply.json()
