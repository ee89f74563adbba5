import requests


class Channel:
    transport = "websocket"
    device = "desk-1"

    def __init__(self, session: requests.Session) -> None:
        self.session = session

    def open(self, topic: str, subject: str) -> str:
        answer = self.session.post(
            "https://notifications.api.mitel.io/2017-09-01/subscriptions",
            json={
                "applicationId": "desk",
                "deviceId": self.device,
                "transport": self.transport,
                "topic": topic,
                "subjectFilter": subject,
            },
            timeout=10,
        )
        answer.raise_for_status()
        return answer.json()["subscriptionId"]


class RelayChannel(Channel):
    transport = "webhook"  # !CL501
    device = "https://relay.example.com/desk"
