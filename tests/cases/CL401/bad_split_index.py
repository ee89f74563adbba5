# case: kind=server level=self-assessed
# expects: CL401
import json
from base64 import b64decode

import requests

TOKENS = {}


def login(account, user, secret):
    r = requests.post("https://authentication.api.mitel.io/2017-09-01/token", timeout=10, data={
        "grant_type": "password", "account_id": account, "username": user, "password": secret})
    if r.status_code != 200:
        raise RuntimeError("sign-in failed: %s %s" % (r.status_code, r.text))
    TOKENS[user] = r.json()
    return TOKENS[user]


def user_id(user):
    part = TOKENS[user]["access_token"].split(".")[1]
    part += "=" * ((4 - len(part) % 4) % 4)
    return json.loads(b64decode(part.replace("-", "+").replace("_", "/")))["sub"]  # !CL401
