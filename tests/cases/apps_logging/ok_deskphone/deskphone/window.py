from __future__ import annotations

import tkinter as tk
from tkinter import messagebox

from deskphone.calls import Calls
from deskphone.presence import Presence


class Window(tk.Tk):
    def __init__(self, calls: Calls, presence: Presence) -> None:
        super().__init__()
        self.title("Deskphone")
        self._calls = calls
        self._presence = presence
        self._list = tk.Listbox(self)
        self._list.pack(fill="both", expand=True)
        tk.Button(self, text="Refresh", command=self._refresh).pack(side="left")
        tk.Button(self, text="Hang up", command=self._hang_up).pack(side="left")
        tk.Button(self, text="Away", command=lambda: self._presence.set("Away")).pack(side="left")

    def _refresh(self) -> None:
        self._list.delete(0, tk.END)
        for call in self._calls.active():
            self._list.insert(tk.END, call["callId"])

    def _hang_up(self) -> None:
        for index in self._list.curselection():
            if not self._calls.hang_up(self._list.get(index)):
                messagebox.showerror("Deskphone", "The call could not be ended.")
        self._refresh()
