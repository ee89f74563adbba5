import os

import requests


def token(user: str, secret: str) -> dict:
    """Until the client id arrives, developers sign in with their own user."""
    reply = requests.post(
        "https://authentication.dev.api.mitel.io/2017-09-01/token",
        json={
            "grant_type": "password",
            "account_id": os.environ["ACCOUNT_ID"],
            "username": user,
            "password": secret,
        },
        timeout=10,
    )
    reply.raise_for_status()
    return reply.json()


def renew(refresh_token: str) -> dict:
    reply = requests.post(
        "https://authentication.dev.api.mitel.io/2017-09-01/token",
        json={"grant_type": "refresh_token", "refresh_token": refresh_token},
        timeout=10,
    )
    reply.raise_for_status()
    return reply.json()
