import threading
import traceback
import tkinter as tk
from tkinter import ttk

from cloud.api import Api


class ChatWindow(ttk.Frame):
    def __init__(self, master: tk.Misc, api: Api) -> None:
        super().__init__(master)
        self.api = api
        self.list = tk.Listbox(self)
        ttk.Button(self, text="Reload", command=self.reload).pack()

    def reload(self) -> None:
        threading.Thread(target=self._load, daemon=True).start()

    def _load(self) -> None:
        try:
            items = self.api.conversations()
        except Exception:
            traceback.print_exc()  # !CL106
            return
        self.after(0, self._show, items)

    def _show(self, items: list[dict]) -> None:
        self.list.delete(0, tk.END)
        for item in items:
            self.list.insert(tk.END, item["name"])
