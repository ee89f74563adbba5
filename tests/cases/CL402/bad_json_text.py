# case: kind=server level=certified
# expects: CL402
import json
import os

import requests

HEADERS = {"Content-Type": "application/json", "Accept": "application/json"}


def robot_token(secrets: dict[str, str]) -> str:
    """The nightly robot has a user of its own."""
    payload = json.dumps(
        {
            "grant_type": "password",  # !CL402
            "client_id": os.environ["CLIENT_ID"],
            "account_id": secrets["account"],
            "username": secrets["user"],
            "password": secrets["password"],
        }
    )
    reply = requests.post(
        "https://authentication.us.api.mitel.io/2017-09-01/token", data=payload, headers=HEADERS, timeout=10
    )
    if not reply.ok:
        raise RuntimeError(f"CloudLink said {reply.status_code}: {reply.text}")
    return reply.json()["access_token"]
