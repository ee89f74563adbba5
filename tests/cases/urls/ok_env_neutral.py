# case: kind=server level=self-assessed
# expects:
import os

import requests

BASE = os.environ["UPSTREAM_URL"]


def users(account_id: str, token: str) -> dict:
    answer = requests.get(
        f"{BASE}/accounts/{account_id}/users", headers={"Authorization": f"Bearer {token}"}, timeout=10
    )
    return answer.json()
