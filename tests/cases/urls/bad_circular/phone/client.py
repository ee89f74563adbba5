from __future__ import annotations

import requests

from .calls import Calls


class Client:
    base = "https://media.api.mitel.io/2017-09-01"

    def __init__(self, token: str) -> None:
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"
        self.calls = Calls(self)
