# case: kind=client level=self-assessed
# expects:
import urllib.parse
import http.client
import json
import tkinter


def token(account: str, user: str, secret: str) -> dict:
    form = urllib.parse.urlencode(
        {"grant_type": "password", "account_id": account, "username": user, "password": secret}
    )
    connection = http.client.HTTPSConnection("authentication.api.mitel.io", timeout=10)
    connection.request(
        "POST", "/2017-09-01/token", form, {"Content-Type": "application/x-www-form-urlencoded"}
    )
    reply = connection.getresponse()
    text = reply.read()
    if reply.status >= 300:
        raise ConnectionRefusedError(f"{reply.status} {reply.reason}: {text!r}")
    return json.loads(text)


class Window(tkinter.Tk):
    def sign_in(self, account: str, user: str, secret: str) -> None:
        self.grant = token(account, user, secret)
