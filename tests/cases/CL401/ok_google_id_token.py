# case: kind=server level=self-assessed
# expects:
import os

import requests
from flask import Flask, request, session
from google.auth.transport import requests as google_requests
from google.oauth2 import id_token

app = Flask(__name__)
app.secret_key = os.environ["COOKIE_KEY"]


@app.post("/google")
def google_sign_in():
    who = id_token.verify_oauth2_token(
        request.form["credential"], google_requests.Request(), os.environ["GOOGLE_CLIENT_ID"]
    )
    session["email"] = who["email"]
    answer = requests.post(
        "https://chat.api.mitel.io/2017-09-01/conversations",
        json={"name": who["email"]},
        headers={"Authorization": f"Bearer {os.environ['CLOUDLINK_TOKEN']}"},
        timeout=10,
    )
    answer.raise_for_status()
    return "", 204
