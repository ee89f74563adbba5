# case: kind=server level=compatible
# expects:
import os

import requests


class Auth:
    url = "https://authentication.api.mitel.io/2017-09-01/token"

    def _send(self, body: dict[str, str]) -> dict:
        body.setdefault("client_id", os.environ["CLIENT_ID"])
        answer = requests.post(self.url, json=body, timeout=10)
        answer.raise_for_status()
        return answer.json()

    def exchange(self, code: str) -> dict:
        return self._send({"grant_type": "authorization_code", "code": code})

    def renew(self, refresh_token: str) -> dict:
        return self._send({"grant_type": "refresh_token", "refresh_token": refresh_token})
