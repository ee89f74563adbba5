# case: kind=client level=compatible
# expects: CL402
import os

import wx
import requests

GRANT = "PASSWORD"


class SignIn(wx.Dialog):
    def token(self, user: str, secret: str) -> str:
        answer = requests.post(
            "https://authentication.api.mitel.io/2017-09-01/token",
            params=None,
            json={"grant_type": GRANT, "client_id": os.environ["APP_ID"],  # !CL402
                  "username": user, "password": secret},
            timeout=10,
        )
        answer.raise_for_status()
        return answer.json()["access_token"]
