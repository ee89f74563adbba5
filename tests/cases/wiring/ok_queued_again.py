"""A job that could not be sent goes back to its queue: nothing is lost."""
import dataclasses
import logging
import queue
import time

import requests

log = logging.getLogger(__name__)
LIMIT = 4


@dataclasses.dataclass
class Job:
    path: str
    attempt: int = 0


jobs = queue.Queue()


def send(job):
    reply = requests.post(f"https://admin.api.mitel.io/2017-09-01{job.path}", timeout=10)
    if reply.ok:
        return
    if reply.status_code in (429, 503) and job.attempt < LIMIT:
        time.sleep(max(3.0, float(reply.headers.get("Retry-After", 0))))
        jobs.put(dataclasses.replace(job, attempt=job.attempt + 1))
        return
    log.error("%s: %s %s %s", job.path, reply.status_code, reply.text, reply.headers)


def work():
    while True:
        send(jobs.get())
