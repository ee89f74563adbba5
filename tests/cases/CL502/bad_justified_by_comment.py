# case: kind=server level=compatible
# expects: CL502
import os

import requests
from flask import Flask

app = Flask(__name__)


@app.post("/watch/<user_id>")
def watch(user_id: str):
    # our proxy closes long-lived connections, so a webhook is used
    answer = requests.post(
        "https://notifications.eu.api.mitel.io/2017-09-01/subscriptions",
        headers={"Authorization": f"Bearer {os.environ['TOKEN']}"},
        json={
            "applicationId": os.environ["APPLICATION_ID"],
            "deviceId": "https://watch.example.com/hook",
            "transport": "webhook",  # !CL502
            "topic": "platform-api-media",
            "subjectFilter": user_id,
        },
        timeout=10,
    )
    answer.raise_for_status()
    return {"id": answer.json()["subscriptionId"]}
