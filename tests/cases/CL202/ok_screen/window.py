import tkinter as tk
from datetime import UTC, datetime

from api import members


class Window(tk.Tk):
    def __init__(self, conversation_id: str, token: str) -> None:
        super().__init__()
        self.title(f"Members, {datetime.now(UTC):%d.%m.%Y %H:%M} UTC")
        box = tk.Listbox(self)
        box.pack()
        for name in members(conversation_id, token):
            box.insert(tk.END, name)
        self.status = tk.StringVar(value="read on " + datetime.now(UTC).strftime("%d %b, %I:%M %p"))
        tk.Label(self, textvariable=self.status).pack()
