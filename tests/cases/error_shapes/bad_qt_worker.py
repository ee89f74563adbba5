# case: kind=client level=self-assessed
# expects: CL101
import requests
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Signals(QObject):
    done = Signal(list)
    failed = Signal(str)


class LoadContacts(QRunnable):
    def __init__(self, token, account_id):
        super().__init__()
        self.signals = Signals()
        self.token = token
        self.account_id = account_id

    def run(self):
        try:
            reply = requests.get(
                f"https://admin.api.mitel.io/2017-09-01/accounts/{self.account_id}/contacts",
                headers={"Authorization": f"Bearer {self.token}"},
                timeout=10,
            )
            reply.raise_for_status()
        except requests.RequestException:  # !CL101
            self.signals.failed.emit("The contacts could not be loaded")
            return
        self.signals.done.emit(reply.json()["_embedded"]["items"])


def load(token, account_id, show):
    job = LoadContacts(token, account_id)
    job.signals.done.connect(show)
    QThreadPool.globalInstance().start(job)
