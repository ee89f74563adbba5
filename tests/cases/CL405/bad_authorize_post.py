# case: kind=server level=certified
# expects: CL405
import os

import requests

BASE = "https://authentication.api.mitel.io/2017-09-01"
CLIENT_ID = os.environ["CLIENT_ID"]


def code(account_id, username, password):
    answer = requests.post(  # !CL405
        BASE + "/authorize",
        json={
            "response_type": "code",
            "account_id": account_id,
            "username": username,
            "password": password,
        },
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["code"]


def token(account_id, username, password):
    answer = requests.post(
        BASE + "/token",
        json={
            "grant_type": "authorization_code",
            "client_id": CLIENT_ID,
            "code": code(account_id, username, password),
        },
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()
