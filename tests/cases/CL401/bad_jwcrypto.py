# case: kind=client level=self-assessed
# expects: CL401
import json
import tkinter as tk

import httpx
from jwcrypto import jwt as jwcrypto_jwt


class Panel(tk.Frame):
    def __init__(self, master: tk.Misc, token: str) -> None:
        super().__init__(master)
        self.token = token
        self.http = httpx.Client(
            base_url="https://presence.eu.api.mitel.io/2017-09-01",
            headers={"Authorization": "Bearer " + token},
        )
        tk.Label(self, text=self.state()).pack()

    def principal(self) -> str:
        parsed = jwcrypto_jwt.JWT()
        parsed.deserialize(self.token)  # !CL401
        return json.loads(parsed.token.objects["payload"])["sub"]

    def state(self) -> str:
        answer = self.http.get(f"/presentities/{self.principal()}")
        answer.raise_for_status()
        return answer.json()["state"]
