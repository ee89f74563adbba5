"""A service with a small window for the operator."""
import tkinter as tk

import requests


def subscribe(session: requests.Session, user_id: str) -> str:
    answer = session.post(
        "https://notifications.api.mitel.io/2017-09-01/subscriptions",
        json={
            "applicationId": "bridge",
            "deviceId": "https://bridge.example.com/in",
            "transport": "webhook",
            "topic": "platform-api-media",
            "subjectFilter": user_id,
        },
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["subscriptionId"]


class Operator(tk.Tk):
    def __init__(self, session: requests.Session, user_id: str) -> None:
        super().__init__()
        self.title(subscribe(session, user_id))
