# case: kind=server level=self-assessed
# expects:
import time

import requests


def read_all(account_ids: list[str], headers: dict[str, str]) -> list[dict]:
    """One request for each account, four a second: the pause is no retry."""
    found = []
    for account_id in account_ids:
        resp = requests.get(
            f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", headers=headers, timeout=10
        )
        resp.raise_for_status()
        found.append(resp.json())
        time.sleep(0.25)
    return found
