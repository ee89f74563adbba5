import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton

from addresses import PRODUCTION


class SignIn(QPushButton):
    def __init__(self, client_id: str) -> None:
        super().__init__("Sign in")
        self._client_id = client_id
        self.clicked.connect(self._open)

    def _open(self) -> None:
        address = "%s/authorize?client_id=%s" % (PRODUCTION.sign_in, self._client_id)  # !CL404
        QDesktopServices.openUrl(QUrl(address))


if __name__ == "__main__":
    qt = QApplication(sys.argv)
    button = SignIn(sys.argv[1])
    button.show()
    sys.exit(qt.exec())
