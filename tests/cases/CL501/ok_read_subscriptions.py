# case: kind=client level=compatible
# expects:
import httpx
import wx

BASE = "https://notifications.api.mitel.io/2017-09-01/subscriptions"


class Table(wx.ListCtrl):
    COLOURS = {"webhook": "red", "websocket": "green"}

    def fill(self, http: httpx.Client) -> None:
        answer = http.get(BASE, params={"transport": "webhook"})
        answer.raise_for_status()
        for row, item in enumerate(answer.json()["_embedded"]["items"]):
            self.InsertItem(row, item["topic"])
            self.SetItemTextColour(row, self.COLOURS[item["transport"]])
