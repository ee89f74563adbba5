import requests
from PySide6.QtCore import QThread, Signal


class Worker(QThread):
    loaded = Signal(dict)
    failed = Signal(object)

    def run(self):
        try:
            r = requests.get("https://admin.api.mitel.io/2017-09-01/users", timeout=9)
            r.raise_for_status()
        except requests.HTTPError as exc:
            self.failed.emit(exc)
            return
        self.loaded.emit(r.json())
