# case: kind=server level=self-assessed
# expects:
import random
import time

import requests


def disable(user_id: str, headers: dict[str, str]) -> None:
    resp = None
    for attempt in range(5):
        resp = requests.put(
            f"https://admin.api.mitel.io/2017-09-01/users/{user_id}",
            json={"enabled": False},
            headers=headers,
            timeout=10,
        )
        if resp.status_code != 429 or attempt == 4:
            break
        pause = int(resp.headers.get("Retry-After", 3))
        time.sleep(pause + pause * random.random())
    resp.raise_for_status()
