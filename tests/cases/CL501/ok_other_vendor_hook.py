# case: kind=client level=self-assessed
# expects:
import tkinter as tk

import requests


class Panel(tk.Frame):
    """Registers a hook with the issue tracker; CloudLink tells its news over a socket."""

    def tracker(self, address: str) -> None:
        answer = requests.post(
            "https://issues.example.com/api/v3/subscriptions",
            json={"transport": "webhook", "deviceId": address, "topic": "issues"},
            timeout=10,
        )
        answer.raise_for_status()

    def cloudlink(self, session: requests.Session, user_id: str) -> None:
        answer = session.post(
            "https://notifications.api.mitel.io/2017-09-01/subscriptions",
            json={"transport": "websocket", "topic": "platform-api-presence", "subjectFilter": user_id},
            timeout=10,
        )
        answer.raise_for_status()
