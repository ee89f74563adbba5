# case: kind=server level=self-assessed
# expects: CL301
import time

import requests


def account(account_id, tries=3):
    try:
        reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
        reply.raise_for_status()
        return reply.json()
    except requests.Timeout:
        if not tries:
            raise
        time.sleep(1.5)  # !CL301
        return account(account_id, tries - 1)
