# case: kind=server level=self-assessed
# expects:
import os

from flask import Flask, redirect, request

app = Flask(__name__)
PORTAL = os.environ.get("AUTH_PORTAL", "https://auth.intranet.example")


@app.get("/login")
def login():
    """The name of the vendor's portal only occurs in a text for people."""
    if request.args.get("with") == "mitel":
        return "Signing in with the Mitel page (auth.mitel.io) is not available for this application.", 501
    return redirect(f"{PORTAL}/authorize?client_id=board")
