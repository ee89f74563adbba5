# case: kind=server level=self-assessed
# expects:
import queue
import threading

import requests

ADMIN = "https://admin.api.mitel.io/2017-09-01"


class Importer(threading.Thread):
    """Takes people from one queue; what CloudLink refuses goes to the other."""

    def __init__(self, account_id: str, people: queue.Queue, refused: queue.Queue, headers: dict) -> None:
        super().__init__(daemon=True)
        self.account_id = account_id
        self.people = people
        self.refused = refused
        self.headers = headers

    def run(self) -> None:
        url = f"{ADMIN}/accounts/{self.account_id}/users"
        while (person := self.people.get()) is not None:
            try:
                requests.post(url, json=person, headers=self.headers, timeout=10).raise_for_status()
            except requests.RequestException as exc:
                self.refused.put((person, exc))
