import base64
import json


def claims(token):
    payload = token.split(".")[1]  # !CL401
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))


def account_of(token):
    return claims(token)["accountId"]
