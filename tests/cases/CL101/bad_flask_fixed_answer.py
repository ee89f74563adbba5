# case: kind=server level=self-assessed
# expects: CL101
import requests
from flask import Flask, jsonify

app = Flask(__name__)
app.config["CLOUDLINK_CHAT"] = "https://chat.eu.api.mitel.io/2017-09-01"


@app.post("/rooms/<room_id>/members/<user_id>")
def join(room_id: str, user_id: str):
    url = f"{app.config['CLOUDLINK_CHAT']}/conversations/{room_id}/participants"
    try:
        answer = requests.post(url, json={"participantId": user_id}, timeout=10)
        answer.raise_for_status()
    except requests.exceptions.HTTPError:  # !CL101
        return jsonify(error="the chat service refused"), 502
    except requests.exceptions.ConnectionError:
        app.logger.exception("chat service unreachable, %s not added to %s", user_id, room_id)
        return jsonify(error="the chat service is away"), 503
    return jsonify(answer.json()), 201
