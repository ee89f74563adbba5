# case: kind=server level=self-assessed
# expects: CL104
import logging

import requests

log = logging.getLogger(__name__)


def topics():
    reply = requests.get("https://notifications.api.mitel.io/2017-09-01/topics", timeout=5)
    if not reply.ok:
        log.error("no topics: %s %s %s", reply.status_code, reply.text, reply.headers)  # !CL104
        return []
    return reply.json()
