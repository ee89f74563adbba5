# case: kind=server level=compatible
# expects:
"""Our own API accepts the password grant; CloudLink is asked by code."""
import os

import requests
from flask import Flask, abort, request

app = Flask(__name__)
users = {"door": os.environ["DOOR_PASSWORD"]}


@app.post("/oauth/token")
def own_token():
    if request.form["grant_type"] != "password" or users.get(request.form["username"]) != request.form["password"]:
        abort(400)
    return {"access_token": os.urandom(16).hex(), "token_type": "bearer"}


@app.get("/cloudlink")
def cloudlink():
    reply = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        data=dict(grant_type="authorization_code", code=request.args["code"], client_id=os.environ["CLIENT_ID"]),
        timeout=10,
    )
    reply.raise_for_status()
    app.config["CLOUDLINK"] = reply.json()["access_token"]
    return "", 204
