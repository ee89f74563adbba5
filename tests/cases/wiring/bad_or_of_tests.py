# case: kind=server level=self-assessed
# expects: CL102
"""What is raised under a test of the status and of something else is raised for the response."""
import logging
import time

import requests

log = logging.getLogger(__name__)
TEMPORARY = {429, 503}


class Refused(Exception):
    def __init__(self, reply):
        self.reply = reply
        super().__init__(f"{reply.status_code} {reply.text}")


def fetch(path, tries=4):
    for n in range(1, tries + 1):
        reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/{path}", timeout=5)
        if reply.status_code < 400:
            return reply.json()
        if reply.status_code not in TEMPORARY or n == tries:
            raise Refused(reply)
        time.sleep(max(float(reply.headers.get("Retry-After") or 5), 2))


def main():
    try:
        print(fetch("users/1"))
    except Refused as refused:
        log.error("%s %s", refused, refused.reply.headers.get("x-mitel-correlation-id"))  # !CL102


main()
