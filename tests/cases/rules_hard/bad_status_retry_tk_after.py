# case: kind=client level=self-assessed
# expects: CL302
import tkinter as tk

import requests


class Status(tk.Label):
    def refresh(self):
        try:
            reply = requests.get("https://presence.api.mitel.io/2017-09-01/users/me/presences", timeout=2)
            reply.raise_for_status()
        except requests.ConnectionError:
            self.after(5000, self.refresh)  # !CL302
            return
        self["text"] = reply.json()["state"]
