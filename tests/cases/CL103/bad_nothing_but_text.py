# case: kind=server level=self-assessed
# expects: CL102 CL103
import logging

import requests

BASE_URL = "https://chat.api.mitel.io/2017-09-01"


class Announcer:
    def __init__(self, token):
        self.token = token

    def announce(self, conversation_id, text):
        try:
            response = requests.request(
                "POST",
                f"{BASE_URL}/conversations/{conversation_id}/messages",
                headers={"Authorization": f"Bearer {self.token}"},
                json={"content": text},
                timeout=10,
            )
            response.raise_for_status()
        except Exception:
            logging.error(f"Could not announce in {conversation_id}")  # !CL102 CL103
            return False
        return True
