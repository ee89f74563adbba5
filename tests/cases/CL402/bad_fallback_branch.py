# case: kind=server level=compatible
# expects: CL402
import os

import requests


def obtain(code=None, username=None, password=None):
    """With a code the proper way; scripts without a browser still send a user."""
    body = {"client_id": os.environ["CLIENT_ID"]}
    if code:
        body["grant_type"] = "authorization_code"
        body["code"] = code
    else:
        body["grant_type"] = "password"  # !CL402
        body["username"] = username
        body["password"] = password
    reply = requests.post("https://authentication.api.mitel.io/2017-09-01/token", json=body, timeout=10)
    reply.raise_for_status()
    return reply.json()["access_token"]
