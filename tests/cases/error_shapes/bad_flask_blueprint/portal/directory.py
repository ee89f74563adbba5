import requests
from flask import Blueprint, current_app, jsonify, session

blueprint = Blueprint("directory", __name__)


@blueprint.errorhandler(requests.RequestException)
def unavailable(error):  # !CL101
    return jsonify(error="directory unavailable"), 503


@blueprint.get("/users")
def users():
    reply = requests.get(
        current_app.config["CLOUDLINK"] + f"/accounts/{session['account']}/users",
        headers={"Authorization": f"Bearer {session['token']}"},
        timeout=10,
    )
    reply.raise_for_status()
    return jsonify(reply.json())
