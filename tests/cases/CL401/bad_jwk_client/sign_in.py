import os

import requests
from flask import Flask, request, session

from keys import signing_key

app = Flask(__name__)
app.secret_key = os.environ["COOKIE_KEY"]


@app.get("/back")
def back():
    answer = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        data={
            "grant_type": "authorization_code",
            "code": request.args["code"],
            "client_id": os.environ["CLIENT_ID"],
            "redirect_uri": "https://desk.example.com/back",
        },
        timeout=10,
    )
    answer.raise_for_status()
    tokens = answer.json()
    session["trusted"] = signing_key(tokens["id_token"]) is not None
    return "", 204
