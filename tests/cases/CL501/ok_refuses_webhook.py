# case: kind=client level=self-assessed
# expects:
import httpx

URL = "https://notifications.api.mitel.io/2017-09-01/subscriptions"


class Subscriptions:
    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    def add(self, topic: str, subject: str, transport: str = "websocket") -> str:
        if transport == "webhook":
            raise ValueError("a desktop cannot be called back")
        body = {
            "applicationId": "desk",
            "deviceId": "desk-1",
            "topic": topic,
            "subjectFilter": subject,
            "transport": transport,
        }
        answer = self._http.post(URL, json=body)
        answer.raise_for_status()
        return answer.json()["subscriptionId"]

    def presence(self, user_id: str) -> str:
        return self.add("platform-api-presence", user_id)
