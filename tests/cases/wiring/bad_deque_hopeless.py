# expects: CL303, CL302
import logging
import time
from collections import deque

import requests

log = logging.getLogger(__name__)


class Outbox:
    def __init__(self):
        self.pending = deque()

    def add(self, to, text):
        self.pending.append({"to": to, "body": text})

    def flush(self):
        while self.pending:
            message = self.pending.popleft()
            reply = requests.post("https://chats.api.mitel.io/2017-09-01/messages", json=message, timeout=9)
            if not reply.ok:  # !CL303
                log.error("%s: %s %s %s", message["to"], reply.status_code, reply.text, reply.headers)
                self.pending.append(message)  # !CL302
                time.sleep(max(5, int(reply.headers.get("Retry-After", 5))))
