import logging
import queue
import threading

import requests

log = logging.getLogger(__name__)
jobs = queue.Queue()


def work():
    for path, tries in iter(jobs.get, None):
        reply = requests.delete("https://admin.api.mitel.io/2017-09-01" + path, timeout=5)
        if reply.ok:
            continue
        log.error("%s: %s %s %s", path, reply.status_code, reply.text, reply.headers)
        if reply.status_code in (429, 503) and tries < 3:
            wait = max(2.0, float(reply.headers.get("Retry-After", 2.0)))
            threading.Timer(wait, jobs.put, args=[(path, tries + 1)]).start()
