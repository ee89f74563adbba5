import httpx

from .endpoints import Service


class Events:
    def __init__(self, client: httpx.Client):
        self.client = client

    def _subscription(self, topic, **more):
        return {"publicationId": topic, **more}

    def start(self, topic, port):
        body = self._subscription(topic, transport="webhook", url=f"http://desk.local:{port}/")
        reply = self.client.post(str(Service.EVENTS / "subscriptions"), json=body)  # !CL501
        return reply.raise_for_status().json()["subscriptionId"]

    def stop(self, subscription):
        self.client.delete(str(Service.EVENTS / f"subscriptions/{subscription}"))  # !CL305
