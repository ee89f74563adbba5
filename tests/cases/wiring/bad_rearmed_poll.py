# case: kind=unknown level=self-assessed
# expects: CL503
import logging
import tkinter as tk

import requests

log = logging.getLogger(__name__)


class App(tk.Tk):
    def __init__(self, user, token):
        super().__init__()
        self.user, self.token = user, token
        self.after(1000, self.refresh)

    def refresh(self):
        reply = requests.get(
            f"https://presence.api.mitel.io/2017-09-01/users/{self.user}",
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=5,
        )
        if reply.ok:
            self.title(reply.json()["state"])
        else:
            log.error("presence: %s %s %s", reply.status_code, reply.text, reply.headers)
        self.after(5000, self.refresh)  # !CL503
