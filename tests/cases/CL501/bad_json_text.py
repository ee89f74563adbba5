# case: kind=client level=self-assessed
# expects: CL501
import json
import urllib.request

import wx

URL = "https://notifications.eu.api.mitel.io/2017-09-01/subscriptions"


class Bell(wx.Panel):
    def subscribe(self, token: str, user_id: str) -> str:
        body = json.dumps(
            {
                "applicationId": "5b0d40e1-7a33-4e59-8e7e-4c3fbd3f9b10",
                "deviceId": "https://relay.example.com/bell",
                "transport": "webhook",  # !CL501
                "topic": "platform-api-conversations",
                "subjectFilter": user_id,
            }
        ).encode()
        order = urllib.request.Request(
            URL, body, {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        )
        with urllib.request.urlopen(order, timeout=10) as reply:
            return json.load(reply)["subscriptionId"]
