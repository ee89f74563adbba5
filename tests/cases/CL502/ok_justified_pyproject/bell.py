import os

import httpx
from flask import Flask, request

app = Flask(__name__)


def subscribe(user_id: str) -> str:
    answer = httpx.post(
        "https://notifications.api.mitel.io/2017-09-01/subscriptions",
        json={"transport": "webhook", "deviceId": os.environ["HOOK"], "topic": "platform-api-media",
              "applicationId": "bell", "subjectFilter": user_id},
        headers={"Authorization": f"Bearer {os.environ['TOKEN']}"},
    )
    answer.raise_for_status()
    return answer.json()["subscriptionId"]


@app.post("/hook")
def hook():
    app.config["LAST"] = request.get_json()
    return "", 204
