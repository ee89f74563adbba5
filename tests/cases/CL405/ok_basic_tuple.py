# case: kind=server level=compatible
# expects:
import os

import requests

TOKEN = "https://authentication.api.mitel.io/2017-09-01/token"
PAIR = (os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"])


def exchange(code: str) -> dict:
    answer = requests.post(
        TOKEN, data={"grant_type": "authorization_code", "code": code}, auth=PAIR, timeout=10
    )
    answer.raise_for_status()
    return answer.json()


def renew(refresh_token: str) -> dict:
    answer = requests.post(
        TOKEN, data={"grant_type": "refresh_token", "refresh_token": refresh_token}, auth=PAIR, timeout=10
    )
    answer.raise_for_status()
    return answer.json()
