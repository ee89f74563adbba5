# case: kind=server level=compatible
# expects:
import os

from flask import Flask, redirect, request
from requests_oauthlib import OAuth2Session

app = Flask(__name__)
oauth = OAuth2Session(os.environ["CLIENT_ID"], redirect_uri="https://lobby.example.com/in")


@app.get("/login")
def login():
    url, _state = oauth.authorization_url("https://auth.mitel.io/authorize")
    return redirect(url)


@app.get("/in")
def signed_in():
    oauth.fetch_token(
        "https://authentication.api.mitel.io/2017-09-01/token", code=request.args["code"], client_secret=""
    )
    answer = oauth.get("https://admin.api.mitel.io/2017-09-01/users/me", timeout=10)
    answer.raise_for_status()
    return answer.json()
