# case: kind=server level=self-assessed
# expects: CL404
import os

from authlib.integrations.flask_client import OAuth
from flask import Flask, url_for

app = Flask(__name__)
app.secret_key = os.environ["COOKIE_KEY"]
oauth = OAuth(app)
oauth.register(
    "cloudlink",
    client_id=os.environ["CLIENT_ID"],
    client_secret=os.environ["CLIENT_SECRET"],
    access_token_url="https://authentication.us.api.mitel.io/2017-09-01/token",
    authorize_url="https://auth.mitel.io/authorize",  # !CL404
)


@app.get("/login")
def login():
    return oauth.cloudlink.authorize_redirect(url_for("back", _external=True))


@app.get("/back")
def back():
    return {"seconds": oauth.cloudlink.authorize_access_token()["expires_in"]}
