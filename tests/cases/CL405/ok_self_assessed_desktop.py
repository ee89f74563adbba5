# case: kind=unknown level=self-assessed
# expects:
import tkinter as tk

import httpx

TOKEN = "https://authentication.api.mitel.io/2017-09-01/token"


class Window(tk.Tk):
    grant: dict[str, str]

    def _token(self, **body: str) -> None:
        answer = httpx.post(TOKEN, json=body)
        answer.raise_for_status()
        self.grant = answer.json()

    def sign_in(self, account: str, user: str, secret: str) -> None:
        self._token(grant_type="password", account_id=account, username=user, password=secret)

    def renew(self) -> None:
        self._token(grant_type="refresh_token", refresh_token=self.grant["refresh_token"])
