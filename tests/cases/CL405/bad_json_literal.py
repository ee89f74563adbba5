# case: kind=server level=compatible
# expects: CL405
import http.client
import json


def renew(refresh_token: str) -> dict:
    connection = http.client.HTTPSConnection("authentication.api.mitel.io", timeout=10)
    body = '{"grant_type": "refresh_token", "refresh_token": "%s"}' % refresh_token
    connection.request("POST", "/2017-09-01/token", body, {"Content-Type": "application/json"})  # !CL405
    reply = connection.getresponse()
    if reply.status != 200:
        raise RuntimeError(f"{reply.status} {reply.reason}")
    return json.load(reply)
