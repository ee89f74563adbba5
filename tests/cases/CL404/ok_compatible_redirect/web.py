import os

from flask import Flask, redirect

from hosts import address

app = Flask(__name__)


@app.get("/login")
def login():
    return redirect(address("portal", "/authorize?client_id=" + os.environ["CLIENT_ID"]))
