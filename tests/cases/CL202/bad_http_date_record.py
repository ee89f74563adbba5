# case: kind=server level=self-assessed
# expects: CL202
import csv
import time
from wsgiref.handlers import format_date_time

import requests


class Journal:
    """One line in a CSV file for each conference that was started."""

    def __init__(self, path: str, session: requests.Session) -> None:
        self.path = path
        self.session = session

    def start(self, account_id: str) -> str:
        resp = self.session.post(
            "https://media.api.mitel.io/2017-09-01/conferences", json={"accountId": account_id}, timeout=10
        )
        resp.raise_for_status()
        conference_id = resp.json()["conferenceId"]
        with open(self.path, "a", newline="") as out:
            csv.writer(out).writerow((format_date_time(time.time()), conference_id))  # !CL202
        return conference_id
