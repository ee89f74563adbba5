from typing import NamedTuple


class Wish(NamedTuple):
    topic: str
    transport: str = "websocket"


WISHES = (
    Wish("platform-api-presence"),
    Wish("platform-api-media", "webhook"),
)
