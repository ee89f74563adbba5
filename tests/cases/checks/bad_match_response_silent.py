# case: kind=server level=self-assessed
# expects: CL101
import requests


def account(account_id):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    match reply:
        case requests.Response(status_code=200 | 203):
            return reply.json()
        case _:  # !CL101
            return None
