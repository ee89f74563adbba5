# case: kind=client level=self-assessed
# expects:
import tkinter as tk
import webbrowser


class Help(tk.Frame):
    def open(self, address: str) -> None:
        if address.startswith(("https://auth.mitel.io/", "https://auth.mitel.io?")):
            raise PermissionError("signing in through the portal is not for this application")
        webbrowser.open(address)

    def manual(self) -> None:
        self.open("https://help.example.com/manual")
