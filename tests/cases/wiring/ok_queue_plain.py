"""Every job is another request: nothing is repeated."""
import logging
import queue

import requests

log = logging.getLogger(__name__)
jobs = queue.Queue()


def work():
    while True:
        job = jobs.get()
        try:
            reply = requests.post("https://admin.api.mitel.io/2017-09-01/users", json=job, timeout=10)
            reply.raise_for_status()
        except requests.HTTPError as error:
            log.error("%s %s %s", error, error.response.text, error.response.headers)
        except requests.RequestException as error:
            log.error("not sent: %s", error)
        finally:
            jobs.task_done()


def submit(job):
    jobs.put(job)
    jobs.put(dict(job, copy=True))
