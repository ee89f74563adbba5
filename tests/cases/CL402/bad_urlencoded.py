# case: kind=unknown level=compatible
# expects: CL402
import getpass
import json
from urllib.parse import urlencode
from urllib.request import Request, urlopen

CLIENT_ID = "2a8d8a5e-93c2-4c55-9d27-9f3e8c3a0f11"


def ask_token(account: str, name: str) -> str:
    fields = [
        ("grant_type", "password"),  # !CL402
        ("client_id", CLIENT_ID),
        ("account_id", account),
        ("username", name),
        ("password", getpass.getpass()),
    ]
    order = Request(
        "https://authentication.api.mitel.io/2017-09-01/token",
        urlencode(fields).encode("ascii"),
        {"Content-Type": "application/x-www-form-urlencoded"},
    )
    with urlopen(order, timeout=10) as reply:
        return json.load(reply)["access_token"]
