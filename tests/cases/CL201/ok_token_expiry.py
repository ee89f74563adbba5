# case: kind=server level=self-assessed
# expects:
from datetime import datetime, timedelta

import requests


class Token:
    """The access token of the service, renewed when it is about to end."""

    def __init__(self, client_id: str, secret: str, account_id: str) -> None:
        self._body = {
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": secret,
            "account_id": account_id,
        }
        self._value = ""
        self._ends = datetime.now()

    def value(self) -> str:
        if datetime.now() >= self._ends - timedelta(minutes=1):
            resp = requests.post(
                "https://authentication.api.mitel.io/2017-09-01/token", json=self._body, timeout=10
            )
            resp.raise_for_status()
            granted = resp.json()
            self._value = granted["access_token"]
            self._ends = datetime.now() + timedelta(seconds=granted["expires_in"])
        return self._value
