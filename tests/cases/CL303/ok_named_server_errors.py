# case: kind=server level=self-assessed
# expects:
import time

import requests


def start_conference(account_id: str, headers: dict[str, str]) -> str:
    for attempt in range(4):
        resp = requests.post(
            "https://media.api.mitel.io/2017-09-01/conferences",
            json={"accountId": account_id},
            headers=headers,
            timeout=10,
        )
        if resp.status_code in (503, 504) and attempt < 3:
            time.sleep(float(resp.headers.get("Retry-After", 5)))
            continue
        resp.raise_for_status()
        return resp.json()["conferenceId"]
    raise AssertionError
