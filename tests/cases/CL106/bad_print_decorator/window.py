import tkinter as tk

import requests

from guard import guarded

URL = "https://chat.{}.api.mitel.io/2017-09-01".format("us")


class Window(tk.Tk):
    def __init__(self, session: requests.Session, conversation_id: str) -> None:
        super().__init__()
        self.session = session
        self.conversation = f"{URL}/conversations/{conversation_id}"
        self.status = tk.StringVar(self)
        tk.Label(self, textvariable=self.status).pack()
        tk.Button(self, text="Leave", command=self.leave).pack()

    @guarded
    def leave(self) -> None:
        self.session.delete(self.conversation + "/participants/me", timeout=5).raise_for_status()
        self.destroy()
