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
        log.error("loading failed: %s", exc)  # !CL102
        self.statusBar().showMessage("failed")
