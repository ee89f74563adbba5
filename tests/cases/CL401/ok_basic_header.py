# case: kind=server level=compatible
# expects:
"""An inbound HTTP Basic check next to the client's own Basic header for CloudLink."""
import base64
import os

import requests
from flask import Flask, abort, request

app = Flask(__name__)


def inbound_user() -> str:
    scheme, _, encoded = request.headers["Authorization"].partition(" ")
    if scheme != "Basic":
        abort(401)
    name, _, secret = base64.b64decode(encoded).decode().partition(":")
    if secret != os.environ["DOOR_SECRET"]:
        abort(401)
    return name


@app.get("/token-of-the-day")
def token():
    inbound_user()
    pair = f"{os.environ['CLIENT_ID']}:{os.environ['CLIENT_SECRET']}"
    answer = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        data={"grant_type": "client_credentials"},
        headers={"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()},
        timeout=10,
    )
    answer.raise_for_status()
    return {"expires_in": answer.json()["expires_in"]}
