# case: kind=server level=self-assessed
# expects:
import time

import requests


def find(user_id: str, headers: dict[str, str]) -> dict | None:
    for left in (2, 1, 0):
        resp = requests.get(
            f"https://admin.api.mitel.io/2017-09-01/users/{user_id}", headers=headers, timeout=10
        )
        if resp.status_code == 404:
            return None
        if resp.status_code == 408 and left:
            time.sleep(5)
            continue
        resp.raise_for_status()
        return resp.json()
    raise AssertionError
