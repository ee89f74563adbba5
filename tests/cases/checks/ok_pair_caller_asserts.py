# case: kind=server level=self-assessed
# expects:
import json
import urllib.request


def call(path):
    with urllib.request.urlopen("https://admin.api.mitel.io/2017-09-01" + path, timeout=10) as reply:
        return reply.status, json.load(reply)


def account(account_id):
    status, body = call(f"/accounts/{account_id}")
    assert status == 200, body
    return body
