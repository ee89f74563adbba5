# case: kind=server level=certified
# expects:
import os

import msal
import requests

entra = msal.PublicClientApplication(os.environ["ENTRA_APP"], authority=os.environ["ENTRA_AUTHORITY"])


def mailbox_token(username: str, password: str) -> str:
    got = entra.acquire_token_by_username_password(username, password, scopes=["Mail.Read"])
    return got["access_token"]


def cloudlink_token() -> str:
    reply = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        json={"grant_type": "client_credentials"},
        auth=(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]),
        timeout=10,
    )
    reply.raise_for_status()
    return reply.json()["access_token"]
