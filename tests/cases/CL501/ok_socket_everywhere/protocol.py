from enum import Enum


class Transport(Enum):
    HOOK = "webhook"
    SOCKET = "websocket"
