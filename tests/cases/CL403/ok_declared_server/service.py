import os

import requests
from flask import Flask

app = Flask(__name__)


def token() -> str:
    answer = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        json={
            "grant_type": "client_credentials",
            "client_id": os.environ["CLIENT_ID"],
            "client_secret": os.environ["CLIENT_SECRET"],
        },
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]


@app.get("/health")
def health():
    return {"ok": bool(token())}
