import logging

import httpx
from PyQt6.QtCore import QObject, QRunnable, pyqtSignal, pyqtSlot

log = logging.getLogger(__name__)


class Signals(QObject):
    done = pyqtSignal(object)
    failed = pyqtSignal()


class Request(QRunnable):
    def __init__(self, client, method, url, **options):
        super().__init__()
        self.client, self.method, self.url, self.options = client, method, url, options
        self.signals = Signals()

    @pyqtSlot()
    def run(self):
        try:
            reply = self.client.request(self.method, str(self.url), **self.options)
            reply.raise_for_status()
        except httpx.HTTPStatusError as exc:
            log.error(  # !CL102 !CL103
                "%s %s: request refused (%s)", self.method, self.url, exc.response.status_code
            )
            self.signals.failed.emit()
        except httpx.HTTPError:  # !CL101
            self.signals.failed.emit()
        else:
            self.signals.done.emit(reply.json())
