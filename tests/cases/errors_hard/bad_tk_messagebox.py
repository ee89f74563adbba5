# case: kind=client level=self-assessed
# expects: CL101
import threading
import tkinter as tk
from tkinter import messagebox

import requests


class Window(tk.Tk):
    def __init__(self, token):
        super().__init__()
        self.token = token
        tk.Button(self, text="Load", command=self.load).pack()
        self.box = tk.Listbox(self)

    def load(self):
        threading.Thread(target=self._fetch, daemon=True).start()

    def _fetch(self):
        try:
            reply = requests.get(
                "https://admin.api.mitel.io/2017-09-01/accounts/me/users",
                headers={"Authorization": "Bearer " + self.token},
                timeout=10,
            )
            reply.raise_for_status()
        except requests.RequestException:  # !CL101
            self.after(0, lambda: messagebox.showerror("CloudLink", "The users could not be loaded."))
            return
        for user in reply.json()["_embedded"]["items"]:
            self.after(0, self.box.insert, tk.END, user["name"])
