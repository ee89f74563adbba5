import logging

from PySide6.QtWidgets import QMainWindow
from worker import Worker

log = logging.getLogger(__name__)


class Window(QMainWindow):
    def __init__(self):
        super().__init__()
        self.worker = Worker(self)
        self.worker.loaded.connect(self.on_loaded)
        self.worker.failed.connect(self.on_failed)
        self.worker.start()

    def on_loaded(self, data):
        self.setWindowTitle(str(len(data)))

    def on_failed(self, exc):
        headers = exc.response.headers
        log.error(
            "failed: %s, correlation %s, request %s",
            exc,
            headers.get("x-mitel-correlation-id"),
            headers.get("x-amzn-requestId"),
        )
        self.statusBar().showMessage("failed")
