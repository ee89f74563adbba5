# case: kind=server level=self-assessed
# expects: CL305
import requests


def call(path):
    reply = requests.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=10)
    return reply.status_code, reply.json()


def account(account_id):
    _, body = call(f"/accounts/{account_id}")  # !CL305
    return body["name"]
