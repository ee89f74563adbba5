# case: kind=server level=self-assessed
# expects: CL502
import requests
from flask import Flask, request

app = Flask(__name__)


@app.post("/subscribe")
def subscribe():
    payload = {"transport": "webhook", "webhookUrl": request.json["url"], "topics": ["presence"]}
    reply = requests.post(  # !CL502
        "https://notifications.api.mitel.io/2017-09-01/subscriptions", json=payload, timeout=5
    )
    reply.raise_for_status()
    return reply.json()
