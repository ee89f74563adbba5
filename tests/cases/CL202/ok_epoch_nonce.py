# case: kind=server level=self-assessed
# expects:
import logging
import time

import requests

log = logging.getLogger(__name__)


class Bot:
    BASE = "https://chat.us.api.mitel.io/2017-09-01"

    def __init__(self, session: requests.Session) -> None:
        self.session = session

    def say(self, conversation_id: str, text: str) -> str:
        started = time.time()
        resp = self.session.post(
            f"{self.BASE}/conversations/{conversation_id}/messages",
            json={"content": text, "clientReference": f"bot-{time.time_ns()}"},
            timeout=10,
        )
        resp.raise_for_status()
        log.info("said in conversation %s", conversation_id, extra={"elapsed": time.time() - started})
        return resp.json()["messageId"]
