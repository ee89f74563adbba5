# case: kind=client level=self-assessed
# expects:
"""The secret stays on our backend; the desktop asks there for a token of its own user."""
import tkinter as tk

import requests

BACKEND = "https://desk.example.com/api"


def token(ticket: str) -> str:
    answer = requests.post(f"{BACKEND}/token", json={"grant_type": "client_credentials", "ticket": ticket}, timeout=10)
    answer.raise_for_status()
    return answer.json()["token"]


class Window(tk.Tk):
    def __init__(self, ticket: str) -> None:
        super().__init__()
        answer = requests.get(
            "https://chat.api.mitel.io/2017-09-01/conversations",
            headers={"Authorization": "Bearer " + token(ticket)},
            timeout=10,
        )
        answer.raise_for_status()
        self.title(str(answer.json()["count"]))
