# case: kind=server level=self-assessed
# expects:
import json

import urllib3

pool = urllib3.PoolManager(retries=False)


def presentity(user_id: str, headers: dict[str, str]) -> dict:
    resp = pool.request(
        "GET", f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}", headers=headers
    )
    if resp.status >= 400:
        raise RuntimeError(f"presence of {user_id}: {resp.status} {resp.data!r}")
    return json.loads(resp.data)
