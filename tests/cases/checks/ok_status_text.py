# case: kind=server level=self-assessed
# expects:
import requests


def account(account_id):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    if str(reply.status_code)[0] != "2":
        raise RuntimeError(f"{reply.status_code}: {reply.text}")
    return reply.json()
