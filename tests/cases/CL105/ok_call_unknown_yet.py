# case: kind=client level=self-assessed
# expects:
import logging
import tkinter as tk

import requests

log = logging.getLogger("dialer")


class Dialer(tk.Frame):
    def __init__(self, master: tk.Misc, session: requests.Session, endpoint_id: str) -> None:
        super().__init__(master)
        self.session = session
        self.url = f"https://media.us.api.mitel.io/2017-09-01/endpoints/{endpoint_id}/calls"
        self.number = tk.Entry(self)
        self.number.pack()
        tk.Button(self, text="Dial", command=self.dial).pack()

    def dial(self) -> None:
        response = self.session.post(self.url, json={"to": self.number.get()}, timeout=10)
        if response.status_code != 201:
            log.error(
                "%s: no call to %s: %s %s %s",
                self.url,
                self.number.get(),
                response.status_code,
                response.text,
                dict(response.headers),
            )
            return
        call_id = response.json()["callId"]
        log.info("call %s started", call_id)
