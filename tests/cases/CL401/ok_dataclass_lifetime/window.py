import sys

import requests
from PySide6.QtWidgets import QApplication, QLabel

from grants import Grant

AUTH = "https://authentication.api.mitel.io/2017-09-01/token"


def renewed(grant: Grant) -> Grant:
    answer = requests.post(
        AUTH, json={"grant_type": "refresh_token", "refresh_token": grant.refresh}, timeout=10
    )
    answer.raise_for_status()
    return Grant.of(answer.json())


class Light(QLabel):
    def __init__(self, grant: Grant) -> None:
        super().__init__()
        self.grant = grant

    def refresh(self) -> None:
        if self.grant.stale():
            self.grant = renewed(self.grant)
        self.setText("signed in")


if __name__ == "__main__":
    qt = QApplication(sys.argv)
    light = Light(Grant("", sys.argv[1], 0))
    light.refresh()
    light.show()
    sys.exit(qt.exec())
