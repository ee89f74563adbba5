# case: kind=client level=self-assessed
# expects:
import httpx

ALERTS = {"transport": "webhook", "url": "https://alerts.example.com/in"}


class Alerts:
    """Crash reports go to our own service by webhook; nothing of that concerns CloudLink."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http
        self._config = dict(ALERTS)

    def send(self, text: str) -> None:
        if self._config["transport"] == "webhook":
            self._http.post(self._config["url"], json={"text": text}).raise_for_status()

    def connection(self) -> str:
        answer = self._http.post(
            "https://notifications.api.mitel.io/2017-09-01/connections", json={"transport": "websocket"}
        )
        answer.raise_for_status()
        return answer.json()["url"]
