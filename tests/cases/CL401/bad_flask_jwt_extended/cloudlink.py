import os

import requests

AUTH = "https://authentication.eu.api.mitel.io/2017-09-01"


def exchange(code: str) -> tuple[str, str]:
    answer = requests.post(
        AUTH + "/token",
        json={"grant_type": "authorization_code", "code": code, "client_id": os.environ["CLIENT_ID"]},
        timeout=10,
    )
    answer.raise_for_status()
    grant = answer.json()
    return grant["access_token"], grant["refresh_token"]
