# case: kind=server level=self-assessed
# expects: CL202
import time

import requests


class Bot:
    BASE = "https://chat.us.api.mitel.io/2017-09-01"

    def __init__(self, session: requests.Session) -> None:
        self.session = session

    def say(self, conversation_id: str, text: str) -> str:
        resp = self.session.post(
            f"{self.BASE}/conversations/{conversation_id}/messages",
            json={"content": text, "timestamp": int(time.time() * 1000)},  # !CL202
            timeout=10,
        )
        resp.raise_for_status()
        return resp.json()["messageId"]
