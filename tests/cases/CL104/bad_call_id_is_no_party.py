# case: kind=client level=self-assessed
# expects: CL104
import logging
from tkinter import ttk

import requests

log = logging.getLogger("phone")
MEDIA = "https://media.api.mitel.io/2017-09-01"


class CallRow(ttk.Frame):
    def __init__(self, master, session: requests.Session, call_id: str) -> None:
        super().__init__(master)
        self.session = session
        self.call_id = call_id
        ttk.Button(self, text="Hold", command=self.hold).pack()

    def hold(self) -> None:
        answer = self.session.put(f"{MEDIA}/calls/{self.call_id}", json={"action": "hold"}, timeout=5)
        if not answer.ok:
            log.error(  # !CL104
                "call %s not held: %s %s %s", self.call_id, answer.status_code, answer.text, answer.headers
            )
