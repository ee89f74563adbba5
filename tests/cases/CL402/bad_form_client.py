# case: kind=server level=compatible
# expects: CL402
import os

import httpx


class Auth:
    def __init__(self) -> None:
        self._http = httpx.Client(base_url="https://authentication.eu.api.mitel.io/2017-09-01")

    def sign_in(self, email: str, password: str) -> dict:
        answer = self._http.post(  # !CL402
            "/token",
            data={
                "grant_type": "password",
                "client_id": os.environ["CLIENT_ID"],
                "account_id": os.environ["ACCOUNT_ID"],
                "username": email,
                "password": password,
            },
        )
        answer.raise_for_status()
        return answer.json()
