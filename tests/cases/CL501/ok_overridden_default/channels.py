import requests

URL = "https://notifications.api.mitel.io/2017-09-01/subscriptions"


class Channel:
    transport: str

    def __init__(self, session: requests.Session) -> None:
        self.session = session

    def open(self, topic: str, subject: str) -> str:
        body = {"transport": self.transport, "topic": topic, "subjectFilter": subject}
        answer = self.session.post(URL, json=body, timeout=10)
        answer.raise_for_status()
        return answer.json()["subscriptionId"]


class SocketChannel(Channel):
    transport = "websocket"
