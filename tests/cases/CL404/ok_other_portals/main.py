import tkinter as tk
import webbrowser

from portals import PORTALS


class SignIn(tk.Frame):
    def company(self) -> None:
        webbrowser.open(f"{PORTALS.company}/authorize?client_id=desk")

    def partner(self) -> None:
        webbrowser.open(PORTALS.partner + "/authorize?client_id=desk")

    def help(self) -> None:
        webbrowser.open(PORTALS.help)
