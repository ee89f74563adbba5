"""News from CloudLink over one WebSocket, which speaks MQTT."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import paho.mqtt.client as mqtt

from frontdesk.faults import ApiFault
from frontdesk.gateway import Gateway

log = logging.getLogger(__name__)

WEBSOCKET = "websocket"
Listener = Callable[[dict[str, Any]], None]


class Notifications:
    def __init__(self, gateway: Gateway, application_id: str, device_id: str) -> None:
        self._gateway = gateway
        self._sender = {
            "applicationId": application_id,
            "deviceId": device_id,
            "transport": WEBSOCKET,
        }
        self._listeners: dict[str, Listener] = {}

    def follow(self, topic: str, subject: str, listener: Listener) -> bool:
        """Whether events of this topic will arrive."""
        try:
            self._gateway.post(
                "notifications",
                "/subscriptions",
                {**self._sender, "topic": topic, "subjectFilter": subject},
            )
        except ApiFault as fault:
            log.error("no %s notifications of %s: %s", topic, subject, fault.report())
            return False
        self._listeners[topic] = listener
        return True

    def connect(self) -> mqtt.Client:
        made = self._gateway.post("notifications", "/connections", {"transport": WEBSOCKET})
        address = urlsplit(made["url"])
        client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, transport="websockets")
        client.ws_set_options(path=f"{address.path}?{address.query}")
        client.tls_set()
        client.on_message = self._deliver
        client.connect(address.hostname or "", 443)
        client.loop_start()
        return client

    def _deliver(self, _client: mqtt.Client, _data: object, message: mqtt.MQTTMessage) -> None:
        event = json.loads(message.payload)
        listener = self._listeners.get(event.get("topic", ""))
        if listener is None:
            log.info("nobody listens to %s", event.get("topic"))
            return
        listener(event)
