import requests

from protocol import Transport

BASE = "https://notifications.eu.api.mitel.io/2017-09-01"


class Watch:
    def __init__(self, session: requests.Session) -> None:
        self._session = session

    def _post(self, path: str, **body: str) -> dict:
        body["transport"] = Transport.SOCKET.value
        answer = self._session.post(BASE + path, json=body, timeout=10)
        answer.raise_for_status()
        return answer.json()

    def connect(self) -> str:
        return self._post("/connections")["url"]

    def presence(self, user_id: str) -> str:
        made = self._post("/subscriptions", topic="platform-api-presence", subjectFilter=user_id)
        return made["subscriptionId"]
