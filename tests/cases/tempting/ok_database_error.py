# case: kind=server level=self-assessed
# expects:
import sqlite3

import requests


class Mirror:
    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(path)

    def save(self, user: dict) -> bool:
        try:
            self._db.execute("insert into users values (?, ?)", (user["userId"], user["name"]))
        except sqlite3.IntegrityError:
            return False
        return True

    def fill(self, session: requests.Session, account_id: str) -> int:
        answer = session.get(f"https://admin.eu.api.mitel.io/2017-09-01/accounts/{account_id}/users", timeout=30)
        answer.raise_for_status()
        return sum(self.save(user) for user in answer.json()["_embedded"]["items"])
