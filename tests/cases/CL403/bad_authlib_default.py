# case: kind=unknown level=self-assessed
# expects: CL403
import os

import wx
from authlib.integrations.httpx_client import OAuth2Client


class Status(wx.Frame):
    def __init__(self) -> None:
        super().__init__(None, title="Status")
        self.client = OAuth2Client(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"])
        self.client.fetch_token("https://authentication.api.mitel.io/2017-09-01/token")  # !CL403

    def account(self, account_id: str) -> str:
        answer = self.client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
        answer.raise_for_status()
        return answer.json()["name"]


if __name__ == "__main__":
    gui = wx.App()
    Status().Show()
    gui.MainLoop()
