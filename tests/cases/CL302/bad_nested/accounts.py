import time

import requests

from client import Client


def account(client: Client, account_id: str) -> dict:
    # three times three tries: eight retries
    for attempt in range(3):
        try:
            return client.get(f"/accounts/{account_id}")
        except requests.ConnectionError:
            if attempt == 2:
                raise
            time.sleep(10)
    raise AssertionError
