# case: kind=server level=self-assessed
# expects: CL203
import logging

import requests

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")  # !CL203


def account(account_id):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    reply.raise_for_status()
    return reply.json()
