# case: kind=client level=self-assessed
# expects: CL101
import httpx
from PySide6.QtCore import QThread, Signal

CHAT = "https://chat.api.mitel.io/2017-09-01"


class HistoryLoader(QThread):
    loaded = Signal(list)
    failed = Signal(str)

    def __init__(self, http: httpx.Client, conversation_id: str) -> None:
        super().__init__()
        self._http = http
        self._conversation_id = conversation_id

    def run(self) -> None:
        url = f"{CHAT}/conversations/{self._conversation_id}/messages"
        try:
            answer = self._http.get(url, params={"$limit": 100})
            answer.raise_for_status()
        except httpx.HTTPStatusError:  # !CL101
            self.failed.emit("The history could not be loaded.")
        else:
            self.loaded.emit(answer.json()["_embedded"]["items"])
