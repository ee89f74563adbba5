"""WebSocket connections to CloudLink, as evidence."""

from __future__ import annotations

import pytest
from judging import made

from cl_lint.checks import cl501_webhook_in_client

ASK = """
import requests
r = requests.post("https://notifications.api.mitel.io/connections", json={"transport": "websocket"})
url = r.json()["url"]
"""
OPENS = [
    ("import websockets", "websockets.connect(url)"),
    ("from websockets.sync.client import connect", "connect(url)"),
    ("import websocket", "websocket.WebSocketApp(url)"),
    ("import websocket", "websocket.create_connection(url)"),
    ("import aiohttp", "aiohttp.ClientSession().ws_connect(url)"),
    ("import paho.mqtt.client as mqtt", "mqtt.Client(transport='websockets').connect(url)"),
    ("import aiomqtt", "aiomqtt.Client(hostname=url)"),
]


@pytest.mark.parametrize(("imports", "opens"), OPENS)
def test_opened(imports: str, opens: str) -> None:
    app = made(f"{imports}\n{ASK}\nsocket = {opens}\n")
    assert len(app.sockets.opened) == 1
    assert any("WebSocket" in e.message for e in cl501_webhook_in_client.check(app).evidence)


def test_other_socket() -> None:
    assert not made("import websockets\nws = websockets.connect('wss://example.com')").sockets.opened
