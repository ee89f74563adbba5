# case: kind=server level=certified
# expects: CL401
"""OAuth with authlib and jwt."""
import jwt
from authlib.integrations.flask_client import OAuth
from authlib.jose import jwt as jose
from flask import Flask, redirect, session, url_for

app = Flask(__name__)
oauth = OAuth(app)
oauth.register(
    "cloudlink",
    client_id="11111111-2222-4333-8444-555555555555",
    client_secret="from-env",
    access_token_url="https://authentication.api.mitel.io/2017-09-01/token",
    authorize_url="https://authentication.api.mitel.io/2017-09-01/authorize",
    api_base_url="https://admin.api.mitel.io/2017-09-01/",
)


@app.route("/login")
def login():
    return oauth.cloudlink.authorize_redirect(url_for("back", _external=True))


@app.route("/back")
def back():
    token = oauth.cloudlink.authorize_access_token()
    session["user"] = jwt.decode(token["access_token"], options={"verify_signature": False})["sub"]  # !CL401
    session["token"] = token
    return redirect("/")


@app.route("/who")
def who():
    own = jwt.decode(session["app_jwt"], "secret", algorithms=["HS256"])
    return own["sub"]


def expiry(token):
    return jose.decode(token["access_token"], key=None)["exp"]  # !CL401


@app.route("/exp")
def exp():
    return str(expiry(session["token"]))
