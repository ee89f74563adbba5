import requests
from flask import Flask

from wishes import WISHES

app = Flask(__name__)


def subscribe_all(session: requests.Session, user_id: str) -> None:
    for wish in WISHES:
        answer = session.post(  # !CL502
            "https://notifications.api.mitel.io/2017-09-01/subscriptions",
            json={
                "applicationId": "wall",
                "deviceId": "https://wall.example.com/hook",
                "transport": wish.transport,
                "topic": wish.topic,
                "subjectFilter": user_id,
            },
            timeout=10,
        )
        answer.raise_for_status()
