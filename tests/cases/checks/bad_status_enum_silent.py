# case: kind=server level=self-assessed
# expects: CL101
from http import HTTPStatus

import requests


def account(account_id):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    if HTTPStatus(reply.status_code).is_client_error or HTTPStatus(reply.status_code).is_server_error:  # !CL101
        return None
    return reply.json()
