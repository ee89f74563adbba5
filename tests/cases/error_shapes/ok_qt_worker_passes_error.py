# case: kind=client level=self-assessed
# expects:
import logging

import requests
from PySide6.QtCore import QThread, Signal

log = logging.getLogger(__name__)


class LoadContacts(QThread):
    loaded = Signal(list)
    failed = Signal(object)

    def __init__(self, token, account_id, parent=None):
        super().__init__(parent)
        self.token = token
        self.account_id = account_id
        self.failed.connect(self._report)

    def run(self):
        try:
            reply = requests.get(
                f"https://admin.api.mitel.io/2017-09-01/accounts/{self.account_id}/contacts",
                headers={"Authorization": f"Bearer {self.token}"},
                timeout=10,
            )
            reply.raise_for_status()
            self.loaded.emit(reply.json()["_embedded"]["items"])
        except requests.RequestException as exc:
            self.failed.emit(exc)

    def _report(self, exc):
        answer = getattr(exc, "response", None)
        log.error(
            "contacts of account %s: %s, headers %s",
            self.account_id,
            exc,
            dict(answer.headers) if answer is not None else None,
        )
