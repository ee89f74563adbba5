# case: kind=server level=self-assessed
# expects: CL201
import time

import requests

ISO = "%Y-%m-%dT%H:%M:%SZ"


def recordings(account_id: str, hours: int, headers: dict[str, str]) -> list[dict]:
    now = time.strftime(ISO)  # !CL201
    since = time.strftime(ISO, time.gmtime(time.time() - 3600 * hours))
    resp = requests.get(
        "https://media.api.mitel.io/2017-09-01/recordings",
        params={"accountId": account_id, "from": since, "to": now},
        headers=headers,
        timeout=30,
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
