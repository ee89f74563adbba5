import requests

from identity import AUTH, CLIENT


class Tokens:
    def __init__(self) -> None:
        self.http = requests.Session()
        self.grant: dict[str, str] = {}

    def _token(self, body: dict[str, str]) -> None:
        answer = self.http.post(f"{AUTH}/token", json=body, timeout=10)
        answer.raise_for_status()
        self.grant.update(answer.json())

    def start(self, code: str) -> None:
        self._token(CLIENT | {"grant_type": "authorization_code", "code": code})

    def renew(self) -> None:
        body = {"grant_type": "refresh_token", "refresh_token": self.grant["refresh_token"]}
        self._token(body)  # !CL405
