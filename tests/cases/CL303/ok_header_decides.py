# case: kind=server level=self-assessed
# expects:
import time

import requests


class Users:
    def __init__(self, session: requests.Session, account_id: str) -> None:
        self.session = session
        self.url = f"https://admin.eu.api.mitel.io/2017-09-01/accounts/{account_id}/users"

    def all(self) -> list[dict]:
        tries = 0
        while True:
            resp = self.session.get(self.url, timeout=10)
            tries += 1
            if "Retry-After" not in resp.headers or tries == 5:
                break
            time.sleep(max(2, int(resp.headers["Retry-After"])))
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
