import tkinter as tk

import httpx

from best_effort import best_effort

PRESENCE = "https://presence.us.api.mitel.io/2017-09-01"


class Status(tk.Frame):
    def __init__(self, master: tk.Misc, http: httpx.Client, user_id: str) -> None:
        super().__init__(master)
        self.http = http
        self.user_id = user_id
        for state in ("Available", "Away", "Busy"):
            tk.Button(self, text=state, command=lambda state=state: self.change(state)).pack()

    def change(self, state: str) -> None:
        with best_effort(self.user_id):
            url = f"{PRESENCE}/users/{self.user_id}/presences/desktop"
            self.http.put(url, json={"state": state}).raise_for_status()
