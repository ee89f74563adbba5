import httpx


class Api:
    def __init__(self, token: str) -> None:
        self.http = httpx.Client(headers={"Authorization": f"Bearer {token}"}, timeout=10)

    def subscribe(self, topic: str, address: str) -> str:
        reply = self.http.post(  # !CL501
            "https://notifications.api.mitel.io/2017-09-01/subscriptions",
            json={"subscriptionType": topic, "transport": "webhook", "address": address},
        )
        reply.raise_for_status()
        return reply.json()["subscriptionId"]

    def conversations(self) -> list[dict]:
        reply = self.http.get("https://chat.api.mitel.io/2017-09-01/conversations")
        reply.raise_for_status()
        return reply.json()["_embedded"]["items"]
