# case: kind=client level=compatible
# expects: CL501
import http.client
import json

import customtkinter

HOST = "notifications.api.mitel.io"


class Pager(customtkinter.CTk):
    def listen(self, token, user_id, address):
        conn = http.client.HTTPSConnection(HOST, timeout=10)
        fields = {}
        fields["transport"] = "webhook"
        fields["deviceId"] = address
        fields["applicationId"] = "pager"
        fields["topic"] = "platform-api-presence"
        fields["subjectFilter"] = user_id
        conn.request(  # !CL501
            "POST", "/2017-09-01/subscriptions", json.dumps(fields), {"Authorization": "Bearer " + token}
        )
        reply = conn.getresponse()
        if reply.status >= 400:
            raise OSError(f"{reply.status} {reply.reason}")
        return json.load(reply)["subscriptionId"]
