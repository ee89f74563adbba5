# case: kind=unknown level=compatible
# expects: CL403
import os

import httpx
from httpx_auth import OAuth2ClientCredentials
from kivy.app import App
from kivy.uix.label import Label

TOKEN_URL = "https://authentication.eu.api.mitel.io/2017-09-01/token"


def make_client() -> httpx.Client:
    auth = OAuth2ClientCredentials(  # !CL403
        TOKEN_URL, client_id=os.environ["CLIENT_ID"], client_secret=os.environ["CLIENT_SECRET"]
    )
    return httpx.Client(auth=auth, base_url="https://admin.eu.api.mitel.io/2017-09-01")


class Board(App):
    def build(self):
        with make_client() as http:
            answer = http.get("/users/me")
            answer.raise_for_status()
        return Label(text=answer.json()["name"])
