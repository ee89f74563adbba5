# case: kind=server level=self-assessed
# expects: CL102
"""Flask with errorhandler, g, requests hooks."""
import logging
from flask import Flask, g, jsonify, current_app
import requests

app = Flask(__name__)
app.config["CLOUDLINK"] = "https://admin.api.mitel.io/2017-09-01"


class Upstream(Exception):
    def __init__(self, response):
        self.response = response


def check(response, *args, **kwargs):
    if response.status_code >= 400:
        raise Upstream(response)


@app.before_request
def connect():
    g.api = requests.Session()
    g.api.hooks["response"].append(check)
    g.api.headers["x-mitel-app"] = "fl"


@app.teardown_request
def close(error):
    g.api.close()


@app.errorhandler(Upstream)
def failed(error):
    r = error.response
    current_app.logger.error(
        "%s %s", r.status_code, r.text, extra={"cid": r.headers.get("X-Mitel-Correlation-ID")}  # !CL102
    )
    return jsonify(error="upstream"), 502


@app.route("/users")
def users():
    return g.api.get(current_app.config["CLOUDLINK"] + "/users", timeout=5).json()


@app.route("/users/<ident>", methods=["DELETE"])
def delete(ident):
    try:
        g.api.delete(f"{current_app.config['CLOUDLINK']}/users/{ident}", timeout=5)
    except Upstream as error:
        if error.response.status_code == 404:
            return "", 404
        raise
    return "", 204
