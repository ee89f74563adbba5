from typing import Final, Literal

Transport = Literal["webhook", "websocket"]
PUSH: Final[Transport] = "webhook"
SOCKET: Final[Transport] = "websocket"
