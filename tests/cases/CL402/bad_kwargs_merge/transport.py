import os

import requests

COMMON = {"client_id": os.environ["CLIENT_ID"], "account_id": os.environ["ACCOUNT_ID"]}
HOST = "authentication.api.mitel.io"


def token_request(grant: str, **fields: str) -> dict:
    body = {**COMMON, **fields, "grant_type": grant}
    reply = requests.post(f"https://{HOST}/2017-09-01/token", json=body, timeout=10)
    reply.raise_for_status()
    return reply.json()
