import os

import requests

AUTH = "https://authentication.eu.api.mitel.io/2017-09-01"


def exchange(code: str) -> str:
    answer = requests.post(
        AUTH + "/token",
        json={"grant_type": "authorization_code", "code": code, "client_id": os.environ["CLIENT_ID"]},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]


def me(token: str) -> str:
    answer = requests.get(AUTH + "/token", headers={"Authorization": f"Bearer {token}"}, timeout=10)
    answer.raise_for_status()
    return answer.json()["principalId"]
