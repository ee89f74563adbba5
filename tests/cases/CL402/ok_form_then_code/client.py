import os

import requests

BASE = "https://authentication.api.mitel.io/2017-09-01"


def ask(path: str, **body: str) -> dict:
    body["client_id"] = os.environ["CLIENT_ID"]
    reply = requests.post(BASE + path, json=body, timeout=10)
    reply.raise_for_status()
    return reply.json()
