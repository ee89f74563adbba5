import tkinter as tk

import requests

from backend import register


class Main(tk.Tk):
    def __init__(self, token: str, user_id: str) -> None:
        super().__init__()
        register({"transport": "webhook", "topic": "news", "subjectFilter": user_id})
        answer = requests.get(
            f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}",
            headers={"Authorization": f"Bearer {token}"},
            timeout=10,
        )
        answer.raise_for_status()
        self.title(answer.json()["state"])
