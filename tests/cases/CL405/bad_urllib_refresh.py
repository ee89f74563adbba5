# case: kind=unknown level=compatible
# expects: CL405
import json
import pathlib
from urllib import parse, request

STORE = pathlib.Path("grant.json")


def renew() -> None:
    old = json.loads(STORE.read_text())
    body = parse.urlencode({"grant_type": "refresh_token", "refresh_token": old["refresh_token"]})
    order = request.Request("https://authentication.api.mitel.io/2017-09-01/token", method="POST")
    order.add_header("Content-Type", "application/x-www-form-urlencoded")
    order.data = body.encode()
    with request.urlopen(order, timeout=10) as reply:  # !CL405
        STORE.write_bytes(reply.read())
