# case: kind=server level=self-assessed
# expects: CL401
"""Shows which account a stored CloudLink sign-in belongs to."""
from __future__ import annotations

import os

import httpx
from jwt import decode_complete

AUTH = "https://authentication.eu.api.mitel.io/2017-09-01/token"


class Connection:
    def __init__(self, http: httpx.Client) -> None:
        self._http = http
        self._grant: dict[str, str] = {}

    def open(self, username: str, password: str) -> Connection:
        answer = self._http.post(
            AUTH,
            data={
                "grant_type": "password",
                "account_id": os.environ["ACCOUNT_ID"],
                "username": username,
                "password": password,
            },
        )
        self._grant = answer.raise_for_status().json()
        return self

    @property
    def account(self) -> str:
        whole = decode_complete(self._grant["id_token"], options={"verify_signature": False})  # !CL401
        return whole["payload"]["accountId"]
