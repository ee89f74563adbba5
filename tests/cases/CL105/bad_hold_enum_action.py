# case: kind=client level=self-assessed
# expects: CL105
import enum
import logging

import httpx
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

log = logging.getLogger("softphone")


class Action(enum.Enum):
    HOLD = "hold"
    RESUME = "unhold"
    MUTE = "mute"


class Controls(QWidget):
    media = "https://media.ap.api.mitel.io/2017-09-01"

    def __init__(self, http: httpx.Client, endpoint_id: str) -> None:
        super().__init__()
        self._http = http
        self._endpoint_id = endpoint_id
        self._current: str | None = None
        layout = QVBoxLayout(self)
        for action in Action:
            button = QPushButton(action.name.title())
            button.clicked.connect(lambda _checked, action=action: self.perform(action))
            layout.addWidget(button)

    def select(self, call_id: str) -> None:
        self._current = call_id

    def perform(self, action: Action) -> None:
        if self._current is None:
            return
        answer = self._http.put(
            f"{self.media}/endpoints/{self._endpoint_id}/calls/{self._current}", json={"action": action.value}
        )
        if answer.is_error:
            log.error(  # !CL105
                f"{action.name} failed on endpoint {self._endpoint_id}: {answer.status_code} {answer.text}"
                f" ({answer.headers})"
            )
