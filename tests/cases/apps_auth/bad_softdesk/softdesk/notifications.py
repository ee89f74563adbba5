"""What CloudLink tells the phone."""
from __future__ import annotations

from enum import Enum

from .api import Api

DEVICE = "softdesk-1"


class Transport(Enum):
    SOCKET = "websocket"
    HOOK = "webhook"


class Notifications:
    def __init__(self, api: Api, application_id: str) -> None:
        self.api = api
        self.application_id = application_id

    def socket_address(self) -> str:
        made = self.api.call(
            "POST", "notifications", "/connections", {"transport": Transport.SOCKET.value}
        )
        return made["url"]

    def _subscribe(self, topic: str, subject: str, transport: Transport, device: str = DEVICE) -> str:
        body = {
            "applicationId": self.application_id,
            "deviceId": device,
            "transport": transport.value,
            "topic": topic,
            "subjectFilter": subject,
        }
        return self.api.call("POST", "notifications", "/subscriptions", body)["subscriptionId"]

    def presence(self, user_id: str) -> str:
        return self._subscribe("platform-api-presence", user_id, Transport.SOCKET)

    def calls(self, user_id: str) -> str:
        relay = "https://relay.example.com/softdesk"
        return self._subscribe("platform-api-media", user_id, Transport.HOOK, relay)  # !CL501
