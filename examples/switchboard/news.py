"""Incoming calls: CloudLink tells a small web server inside the program."""

import json
import queue
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx

from api import url

APPLICATION_ID = "2c1f7f8e-9b0d-4f0e-8a57-6f3f1f0a7d21"
PORT = 8099


class Receiver(BaseHTTPRequestHandler):
    events: queue.Queue = queue.Queue()

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        self.events.put(json.loads(self.rfile.read(length)))
        self.send_response(204)
        self.end_headers()


def serve() -> None:
    threading.Thread(target=HTTPServer(("", PORT), Receiver).serve_forever, daemon=True).start()


def subscribe(client: httpx.Client, endpoint_id: str, public_address: str) -> str:
    wish = {
        "applicationId": APPLICATION_ID,
        "deviceId": f"http://{public_address}:{PORT}/",
        "topic": "platform-api-media",
        "subjectFilter": f"endpoints/{endpoint_id}",
        "transport": "webhook",  # !CL501
    }
    answer = client.post(url("notifications", "subscriptions"), json=wish)
    answer.raise_for_status()
    return answer.json()["subscriptionId"]
