import os

import requests
from flask import Flask, jsonify

app = Flask(__name__)


def _token() -> str:
    answer = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        json={"grant_type": "client_credentials",  # !CL403
              "client_id": os.environ["CLIENT_ID"], "client_secret": os.environ["CLIENT_SECRET"]},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]


@app.get("/conversations")
def conversations():
    answer = requests.get(
        "https://chat.api.mitel.io/2017-09-01/conversations",
        headers={"Authorization": f"Bearer {_token()}"},
        timeout=10,
    )
    answer.raise_for_status()
    return jsonify(answer.json())
