# case: kind=unknown level=compatible
# expects:
import webbrowser
from urllib.parse import urlencode

import httpx
import wx

CLIENT_ID = "0f7b8f4c-64dc-4d4b-a33c-0f0e4a9f7b1d"
BACK = "http://localhost:8765/"


class SignIn(wx.Panel):
    def open(self) -> None:
        query = urlencode({"response_type": "code", "client_id": CLIENT_ID, "redirect_uri": BACK})
        webbrowser.open("https://auth.mitel.io/authorize?" + query)

    def finish(self, code: str) -> str:
        answer = httpx.post(
            "https://authentication.api.mitel.io/2017-09-01/token",
            data={
                "grant_type": "authorization_code",
                "client_id": CLIENT_ID,
                "code": code,
                "redirect_uri": BACK,
            },
        )
        answer.raise_for_status()
        return answer.json()["access_token"]
