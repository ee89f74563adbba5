import sys

import httpx
from PyQt6.QtCore import QThreadPool
from PyQt6.QtWidgets import QApplication, QLabel, QMainWindow

from .endpoints import Service
from .events import Events
from .login import login
from .worker import Request


class Main(QMainWindow):
    def __init__(self, token):
        super().__init__()
        self.client = httpx.Client(headers={"Authorization": f"Bearer {token}"}, timeout=10)
        self.events = Events(self.client)
        self.label = QLabel()
        self.setCentralWidget(self.label)

    def load(self):
        task = Request(self.client, "GET", Service.PEOPLE / "users" / "me")
        task.signals.done.connect(lambda me: self.label.setText(me["name"]))
        QThreadPool.globalInstance().start(task)


def run():
    app = QApplication(sys.argv)
    window = Main(login(*sys.argv[1:3]))
    window.show()
    return app.exec()
