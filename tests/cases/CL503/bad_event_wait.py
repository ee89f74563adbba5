# case: kind=server level=self-assessed
# expects: CL503
import threading

import requests

MEDIA = "https://media.eu.api.mitel.io/2017-09-01"


class CallWatcher(threading.Thread):
    def __init__(self, session: requests.Session, endpoint_id: str, show) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.endpoint_id = endpoint_id
        self.show = show
        self.stopped = threading.Event()

    def calls(self) -> list[dict]:
        answer = self.session.get(f"{MEDIA}/endpoints/{self.endpoint_id}/calls", timeout=10)
        answer.raise_for_status()
        return answer.json()["_embedded"]["items"]

    def run(self) -> None:
        while not self.stopped.wait(5):  # !CL503
            self.show(self.calls())
