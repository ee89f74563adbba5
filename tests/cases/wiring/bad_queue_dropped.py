# expects: CL101
"""A job that could not be sent goes to another list that nobody reads aloud."""
import logging
import queue

import requests

log = logging.getLogger(__name__)
jobs = queue.Queue()
lost = queue.Queue()


def work():
    while True:
        path = jobs.get()
        reply = requests.post(f"https://admin.api.mitel.io/2017-09-01{path}", timeout=10)
        if not reply.ok:  # !CL101
            lost.put(path)
