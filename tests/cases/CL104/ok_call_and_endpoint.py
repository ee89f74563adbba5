# case: kind=client level=self-assessed
# expects:
import logging
from tkinter import ttk

import requests

log = logging.getLogger("phone")
MEDIA = "https://media.api.mitel.io/2017-09-01"


class CallRow(ttk.Frame):
    def __init__(self, master, session: requests.Session, endpoint_id: str, call_id: str) -> None:
        super().__init__(master)
        self.session = session
        self.address = f"{MEDIA}/endpoints/{endpoint_id}/calls/{call_id}"
        ttk.Button(self, text="Hold", command=self.hold).pack()

    def hold(self) -> None:
        answer = self.session.put(self.address, json={"action": "hold"}, timeout=5)
        if not answer.ok:
            log.error("%s not held: %s %s %s", self.address, answer.status_code, answer.text, answer.headers)
