# case: kind=client level=compatible
# expects: CL405
import tkinter as tk
import webbrowser
from urllib.parse import quote

BACK = "http://127.0.0.1:8123/back"


class Login(tk.Button):
    def __init__(self, master: tk.Misc) -> None:
        super().__init__(master, text="Sign in", command=self.open)

    def open(self) -> None:
        webbrowser.open(f"https://auth.mitel.io/authorize?response_type=code&redirect_uri={quote(BACK)}")  # !CL405
