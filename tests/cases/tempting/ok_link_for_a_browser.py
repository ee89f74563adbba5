# case: kind=client level=self-assessed
# expects:
import tkinter as tk
import webbrowser

CONSOLE = "https://console.mitel.io/accounts/{}"


class Help(tk.Frame):
    """Opens the console in the browser: a link, no request of this program."""

    def __init__(self, master: tk.Misc, account_id: str) -> None:
        super().__init__(master)
        self.url = CONSOLE.format(account_id)
        tk.Button(self, text="Open the console", command=self.open).pack()

    def open(self) -> None:
        try:
            webbrowser.open(self.url)
        except webbrowser.Error:
            pass
