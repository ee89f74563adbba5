import os

import requests


class Flow:
    grant_type = "authorization_code"
    url = "https://authentication.eu.api.mitel.io/2017-09-01/token"

    def fields(self) -> dict:
        raise NotImplementedError

    def token(self) -> str:
        body = {"grant_type": self.grant_type, "client_id": os.environ["CLIENT_ID"], **self.fields()}
        answer = requests.post(self.url, json=body, timeout=10)  # !CL403
        answer.raise_for_status()
        return answer.json()["access_token"]


class CodeFlow(Flow):
    def __init__(self, code: str) -> None:
        self.code = code

    def fields(self) -> dict:
        return {"code": self.code}


class SilentFlow(Flow):
    grant_type = "client_credentials"

    def fields(self) -> dict:
        return {"client_secret": os.environ["CLIENT_SECRET"]}
