# expects: CL302
import csv
import logging
import time

import requests

log = logging.getLogger(__name__)
TRIES = 8


def send(path, body):
    left = TRIES
    while True:
        reply = requests.post("https://admin.api.mitel.io/2017-09-01" + path, json=body, timeout=10)
        if reply.status_code != 503:
            break
        left -= 1
        if not left:  # !CL302
            break
        time.sleep(max(2, int(reply.headers.get("Retry-After", 5))))
    if not reply.ok:
        log.error("%s: %s %s %s", path, reply.status_code, reply.text, reply.headers)
    reply.raise_for_status()


def load(source):
    for row in csv.DictReader(source):
        send("/contacts", {"name": row["name"]})
