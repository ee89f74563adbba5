"""A little window on the server's own desk that shows whether the service runs."""
import tkinter as tk

from service import token


def main() -> None:
    root = tk.Tk()
    tk.Label(root, text="up" if token() else "down").pack()
    root.mainloop()
