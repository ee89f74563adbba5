import sys

import httpx
from PySide6.QtWidgets import QApplication, QLabel

from models import Subscription


class Lamp(QLabel):
    def __init__(self, token: str, user_id: str) -> None:
        super().__init__("…")
        wish = Subscription(
            applicationId="lamp", deviceId="lamp-1", topic="platform-api-presence", subjectFilter=user_id
        )
        answer = httpx.post(  # !CL501
            "https://notifications.api.mitel.io/2017-09-01/subscriptions",
            json=wish.model_dump(),
            headers={"Authorization": f"Bearer {token}"},
        )
        answer.raise_for_status()


if __name__ == "__main__":
    qt = QApplication(sys.argv)
    lamp = Lamp(sys.argv[1], sys.argv[2])
    lamp.show()
    sys.exit(qt.exec())
