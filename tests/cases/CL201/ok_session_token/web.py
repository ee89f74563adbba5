import requests
from flask import Flask, jsonify, request

from sessions import issue

app = Flask(__name__)


@app.post("/session")
def session():
    resp = requests.get(
        "https://admin.api.mitel.io/2017-09-01/users/me",
        headers={"Authorization": request.headers["Authorization"]},
        timeout=10,
    )
    resp.raise_for_status()
    return jsonify(session=issue(resp.json()["userId"]))
