import time

import requests

from settings import BASE, PAUSES


def contacts(session: requests.Session, account_id: str) -> list[dict]:
    url = f"{BASE}/accounts/{account_id}/contacts"
    for number in range(len(PAUSES) + 1):
        try:
            resp = session.get(url, timeout=10)
        except requests.ConnectionError:
            if number == len(PAUSES):
                raise
            time.sleep(PAUSES[number])  # !CL301
        else:
            resp.raise_for_status()
            return resp.json()["_embedded"]["items"]
    raise AssertionError
