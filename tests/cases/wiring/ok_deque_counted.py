import logging
import time
from collections import deque

import requests

log = logging.getLogger(__name__)
GIVE_UP = 5


class Outbox:
    def __init__(self):
        self.pending = deque()

    def add(self, to, text):
        self.pending.append({"to": to, "body": text, "tries": 0})

    def flush(self):
        while self.pending:
            message = self.pending.popleft()
            reply = requests.post("https://chats.api.mitel.io/2017-09-01/messages", json={"to": message["to"]}, timeout=9)
            if reply.ok:
                continue
            log.error("%s: %s %s %s", message["to"], reply.status_code, reply.text, reply.headers)
            message["tries"] += 1
            if reply.status_code in (429, 503) and message["tries"] <= GIVE_UP:
                time.sleep(max(5, int(reply.headers.get("Retry-After", 5))))
                self.pending.append(message)
