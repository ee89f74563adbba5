import os

TRANSPORT = "websocket"
REGION = os.environ.get("REGION", "us")
