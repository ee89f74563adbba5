# case: kind=server level=self-assessed
# expects: CL101
import requests


def account(account_id):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    if str(reply.status_code).startswith(("4", "5")):  # !CL101
        return {}
    return reply.json()
