# case: kind=server level=self-assessed
# expects:
import time

import requests


def lock(user_id: str, headers: dict[str, str]) -> None:
    url = f"https://admin.api.mitel.io/2017-09-01/users/{user_id}"
    for left in (3, 2, 1, 0):
        resp = requests.put(url, json={"locked": True}, headers=headers, timeout=10)
        if left and resp.status_code in (408, 504):
            time.sleep(10)
        elif left and resp.status_code in (429, 503):
            time.sleep(int(resp.headers.get("Retry-After", "5")))
        else:
            resp.raise_for_status()
            return
