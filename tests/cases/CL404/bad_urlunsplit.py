# case: kind=client level=self-assessed
# expects: CL404
import tkinter as tk
import webbrowser
from urllib.parse import urlencode, urlunsplit

SCHEME, HOST = "https", "auth.mitel.io"


class Login(tk.Frame):
    def __init__(self, master: tk.Misc, client_id: str) -> None:
        super().__init__(master)
        self.client_id = client_id
        tk.Button(self, text="Mitel", command=self.go).pack()

    def go(self) -> None:
        query = urlencode({"client_id": self.client_id})
        webbrowser.open_new_tab(urlunsplit((SCHEME, HOST, "/authorize", query, "")))  # !CL404
