"""The messages of one conversation, as they come."""
from __future__ import annotations

from PySide6.QtCore import QThread, Signal

from .api import Api


class Conversation(QThread):
    arrived = Signal(list)

    def __init__(self, api: Api, conversation_id: str) -> None:
        super().__init__()
        self.api = api
        self.path = f"/conversations/{conversation_id}/messages"

    def messages(self) -> list[dict]:
        return self.api.call("GET", "chat", self.path)["_embedded"]["items"]

    def run(self) -> None:
        self.arrived.emit(self.messages())
