import sys

import httpx
from PyQt6.QtCore import QThreadPool, QTimer
from PyQt6.QtWidgets import QApplication, QLabel, QMainWindow

from .endpoints import Service
from .worker import Request


class Main(QMainWindow):
    def __init__(self, token):
        super().__init__()
        self.client = httpx.Client(headers={"Authorization": f"Bearer {token}"}, timeout=10)
        self.label = QLabel()
        self.setCentralWidget(self.label)
        QTimer.singleShot(0, self.load)

    def load(self):
        task = Request(self.client, "GET", Service.PEOPLE / "users/me")
        task.signals.done.connect(lambda me: self.label.setText(me["name"]))
        task.signals.failed.connect(self.statusBar().showMessage)
        QThreadPool.globalInstance().start(task)


def run():
    app = QApplication(sys.argv)
    window = Main(sys.argv[1])
    window.show()
    return app.exec()
