# case: kind=server level=self-assessed
# expects:
import requests
from flask import Flask, jsonify

app = Flask(__name__)
app.config["CLOUDLINK_CHAT"] = "https://chat.eu.api.mitel.io/2017-09-01"


@app.errorhandler(requests.exceptions.HTTPError)
def upstream(error: requests.exceptions.HTTPError):
    app.logger.error(
        "%s (correlation %s, request %s)",
        error,
        error.response.headers.get("X-Mitel-Correlation-Id"),
        error.response.headers.get("X-Amzn-RequestId"),
    )
    return jsonify(error="the chat service refused"), 502


@app.post("/rooms/<room_id>/members/<user_id>")
def join(room_id: str, user_id: str):
    url = f"{app.config['CLOUDLINK_CHAT']}/conversations/{room_id}/participants"
    answer = requests.post(url, json={"participantId": user_id}, timeout=10)
    answer.raise_for_status()
    return jsonify(answer.json()), 201
