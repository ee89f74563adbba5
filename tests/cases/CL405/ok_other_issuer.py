# case: kind=server level=certified
# expects:
import os

import requests


def helpdesk_token(code: str) -> str:
    """The help desk's own OAuth server knows us by our address."""
    answer = requests.post(
        "https://helpdesk.example.com/oauth/token",
        json={"grant_type": "authorization_code", "code": code},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]


def cloudlink_token(code: str) -> str:
    answer = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        json={"grant_type": "authorization_code", "code": code, "client_id": os.environ["CLIENT_ID"]},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]
