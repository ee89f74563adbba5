# case: kind=client level=self-assessed
# expects: CL101
import tkinter as tk
from concurrent.futures import ThreadPoolExecutor

import requests

PRESENCE = "https://presence.api.mitel.io/2017-09-01"


class PresencePanel(tk.Frame):
    def __init__(self, master, token):
        super().__init__(master)
        self.token = token
        self.pool = ThreadPoolExecutor(max_workers=1)
        self.label = tk.Label(self)

    def refresh(self, user_id):
        future = self.pool.submit(self._load, user_id)
        future.add_done_callback(self._loaded)

    def _load(self, user_id):
        reply = requests.get(
            f"{PRESENCE}/users/{user_id}/presences",
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=5,
        )
        reply.raise_for_status()
        return reply.json()

    def _loaded(self, future):
        try:
            presence = future.result()
        except requests.RequestException:  # !CL101
            return
        self.after(0, self.label.config, {"text": presence["state"]})
