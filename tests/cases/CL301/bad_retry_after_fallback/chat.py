import time

import requests

from throttle import seconds


class Chat:
    URL = "https://chat.api.mitel.io/2017-09-01/conversations"

    def __init__(self, headers: dict[str, str]) -> None:
        self.headers = headers

    def start(self, user_ids: list[str]) -> str:
        for attempt in range(4):
            resp = requests.post(self.URL, json={"participants": user_ids}, headers=self.headers, timeout=10)
            if resp.status_code in (429, 503) and attempt < 3:
                time.sleep(seconds(resp))  # !CL301
                continue
            resp.raise_for_status()
            return resp.json()["conversationId"]
        raise AssertionError
