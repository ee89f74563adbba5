import os
import tkinter as tk

from cloud.api import Api
from cloud.auth import app_token
from window import ChatWindow


def main() -> None:
    api = Api(app_token(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]))
    api.subscribe("chat", "https://hooks.example.com/chat")
    root = tk.Tk()
    ChatWindow(root, api).pack()
    root.mainloop()


main()
