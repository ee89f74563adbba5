# case: kind=server level=self-assessed
# expects: CL303
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
            if resp.ok or tries == 5:  # a 400 or a 403 is tried again as well  # !CL303
                break
            time.sleep(max(2, int(resp.headers.get("Retry-After") or 0)))
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
