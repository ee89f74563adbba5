# case: kind=server level=self-assessed
# expects:
import logging

import httpx

log = logging.getLogger("auth")


class Tokens:
    URL = "https://authentication.eu.api.mitel.io/2017-09-01/token"

    def __init__(self, username: str, password: str, account_id: str) -> None:
        self.username = username
        self._form = {
            "grant_type": "password",
            "username": username,
            "password": password,
            "account_id": account_id,
        }

    def fetch(self) -> str | None:
        answer = httpx.post(self.URL, data=self._form, timeout=10)
        if answer.status_code != 200:
            log.error("no token for %s: %d %s %s", self.username, answer.status_code, answer.text, answer.headers)
            return None
        return answer.json()["access_token"]
