# case: kind=server level=certified
# expects:
import os

from authlib.integrations.requests_client import OAuth2Session
from flask import Flask, redirect, request, session

app = Flask(__name__)
app.secret_key = os.environ["COOKIE_KEY"]
TOKEN = "https://authentication.api.mitel.io/2017-09-01/token"


def client(**more) -> OAuth2Session:
    return OAuth2Session(
        os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"], redirect_uri="https://desk.example.com/in", **more
    )


@app.get("/login")
def login():
    url, state = client().create_authorization_url("https://auth.mitel.io/authorize")
    session["state"] = state
    return redirect(url)


@app.get("/in")
def signed_in():
    token = client(state=session.pop("state")).fetch_token(TOKEN, authorization_response=request.url)
    session["seconds"] = token["expires_in"]
    return redirect("/")
