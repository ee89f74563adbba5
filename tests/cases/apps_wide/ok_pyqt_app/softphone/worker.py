import logging

import httpx
from PyQt6.QtCore import QObject, QRunnable, pyqtSignal, pyqtSlot

log = logging.getLogger(__name__)


class Signals(QObject):
    done = pyqtSignal(object)
    failed = pyqtSignal(str)


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
            r = exc.response
            log.error("%s", exc, extra={"cl": {k: v for k, v in r.headers.items() if k.startswith("x-")}})
            self.signals.failed.emit(f"{r.status_code} {r.reason_phrase}")
        except httpx.HTTPError as exc:
            log.exception("%s %s", self.method, self.url)
            self.signals.failed.emit(str(exc))
        else:
            self.signals.done.emit(reply.json())
