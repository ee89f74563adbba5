# case: kind=server level=self-assessed
# expects: CL404
import os
from html import escape

from flask import Flask

app = Flask(__name__)
CLIENT = os.environ["CLIENT_ID"]


@app.get("/")
def index():
    link = f'<a href="https://auth.mitel.io/authorize?client_id={escape(CLIENT)}">Sign in</a>'  # !CL404
    return f"<!doctype html><title>Lobby</title><p>{link}</p>"
