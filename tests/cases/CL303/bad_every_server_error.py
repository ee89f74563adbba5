# case: kind=server level=self-assessed
# expects: CL303 CL304
import time

import requests


def start_conference(account_id: str, headers: dict[str, str]) -> str:
    for attempt in range(4):  # !CL304
        resp = requests.post(
            "https://media.api.mitel.io/2017-09-01/conferences",
            json={"accountId": account_id},
            headers=headers,
            timeout=10,
        )
        if resp.status_code >= 500 and attempt < 3:  # !CL303
            time.sleep(5)
            continue
        resp.raise_for_status()
        return resp.json()["conferenceId"]
    raise AssertionError
