import threading
import tkinter as tk
from datetime import datetime
from tkinter import messagebox

import requests

from .api import Phone


class Window(tk.Tk):
    def __init__(self):
        super().__init__()
        self.phone = None
        self.call = None
        self.clock = tk.Label(self)
        self.clock.pack()
        self.number = tk.Entry(self)
        self.number.pack()
        tk.Button(self, text="Dial", command=self.start).pack()
        tk.Button(self, text="End", command=self.stop).pack()
        self.tick()

    def tick(self):
        self.clock.config(text=datetime.now().strftime("%H:%M:%S"))
        self.after(1000, self.tick)

    def start(self):
        threading.Thread(target=self._dial, args=(self.number.get(),), daemon=True).start()

    def _dial(self, number):
        try:
            self.call = self.phone.dial(number)
        except requests.RequestException as error:
            self.after(0, messagebox.showerror, "Dial", str(error))

    def stop(self):
        try:
            self.phone.hang_up(self.call)
        except requests.RequestException as error:
            messagebox.showerror("End", f"{error}")
