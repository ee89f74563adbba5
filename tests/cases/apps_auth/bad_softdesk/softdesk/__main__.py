"""The window."""
import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from .api import Api
from .calls import Calls
from .chat import Conversation
from .notifications import Notifications
from .sign_in import SignIn, portal_address


class Desk(QWidget):
    def __init__(self, account: str) -> None:
        super().__init__()
        self.account = account
        self.api = Api()
        self.sign_in = SignIn(self.api)
        self.user, self.password = QLineEdit(), QLineEdit()
        button = QPushButton("Sign in")
        button.clicked.connect(self.enter)
        layout = QVBoxLayout(self)
        portal = QPushButton("Sign in in the browser")
        portal.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(portal_address("softdesk"))))
        guest = QPushButton("Look around")
        guest.clicked.connect(self.sign_in.as_guest)
        for part in (self.user, self.password, button, portal, guest):
            layout.addWidget(part)

    def enter(self) -> None:
        self.sign_in.with_password(self.account, self.user.text(), self.password.text())
        user_id = self.sign_in.user_id()
        self.calls = Calls(self.api, user_id)
        events = Notifications(self.api, "7d2b2c64-4c57-4f1c-9a09-0d9d7d7a0a55")
        self.address = events.socket_address()
        events.presence(user_id)
        events.calls(user_id)
        self.chat = Conversation(self.api, "lobby")
        self.chat.start()


def main() -> int:
    qt = QApplication(sys.argv)
    desk = Desk(sys.argv[1])
    desk.show()
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
