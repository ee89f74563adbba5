# case: kind=server level=self-assessed
# expects: CL305
import requests
from flask import Flask, g, jsonify, session

app = Flask(__name__)


@app.before_request
def connect():
    g.cloud = requests.Session()
    g.cloud.headers["Authorization"] = f"Bearer {session['token']}"


@app.get("/me")
def me():
    return jsonify(g.cloud.get("https://admin.api.mitel.io/2017-09-01/users/me", timeout=5).json())  # !CL305
