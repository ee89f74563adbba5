# expects: CL301
"""Jobs that failed go back to the queue at once."""
import logging
import queue

import requests

log = logging.getLogger(__name__)
jobs = queue.Queue()
LIMIT = 4


def send(path):
    reply = requests.post(f"https://admin.api.mitel.io/2017-09-01{path}", timeout=10)
    if not reply.ok:
        log.error("%s: %s %s %s", path, reply.status_code, reply.text, reply.headers)
    return reply


def work():
    while True:
        path, attempt = jobs.get()
        reply = send(path)
        if reply.status_code == 503 and "Retry-After" not in reply.headers and attempt < LIMIT:
            jobs.put((path, attempt + 1))  # !CL301
        jobs.task_done()


def add(path):
    jobs.put((path, 0))
