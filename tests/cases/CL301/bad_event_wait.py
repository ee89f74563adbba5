# case: kind=server level=self-assessed
# expects: CL301
import threading

import requests


class Publisher(threading.Thread):
    PAUSE = 1.5

    def __init__(self, user_id: str, headers: dict[str, str]) -> None:
        super().__init__(daemon=True)
        self.stopped = threading.Event()
        self.url = f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}"
        self.headers = headers

    def run(self) -> None:
        for left in range(3, -1, -1):
            try:
                resp = requests.put(self.url, json={"state": "Available"}, headers=self.headers, timeout=5)
            except requests.ConnectionError:
                if not left:
                    raise
                self.stopped.wait(self.PAUSE)  # !CL301
                continue
            resp.raise_for_status()
            return
