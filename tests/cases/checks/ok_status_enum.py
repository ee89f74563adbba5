# case: kind=server level=self-assessed
# expects:
from http import HTTPStatus

import requests


def account(account_id):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    status = HTTPStatus(reply.status_code)
    if not status.is_success:
        raise RuntimeError(f"{status.value} {status.phrase}: {reply.text}")
    return reply.json()
