# case: kind=unknown level=self-assessed
# expects: CL403
import json
import urllib.parse
import urllib.request

import customtkinter

TOKEN = "https://authentication.%s.api.mitel.io/2017-09-01/token"


def get_token(region, client_id, client_secret):
    values = {}
    values["grant_type"] = "client_credentials"
    values["client_id"] = client_id
    values["client_secret"] = client_secret
    data = urllib.parse.urlencode(values).encode()
    with urllib.request.urlopen(TOKEN % region, data=data, timeout=10) as reply:  # !CL403
        return json.loads(reply.read())["access_token"]


class Window(customtkinter.CTk):
    def __init__(self, region, client_id, client_secret):
        super().__init__()
        self.token = get_token(region, client_id, client_secret)


if __name__ == "__main__":
    Window("eu", "id", "secret").mainloop()
