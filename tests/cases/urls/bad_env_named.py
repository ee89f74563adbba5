# case: kind=server level=self-assessed
# expects: CL305
import os

import requests

BASE = os.environ["MITEL_ADMIN_URL"]


def users(account_id: str, token: str) -> dict:
    answer = requests.get(  # !CL305
        f"{BASE}/accounts/{account_id}/users", headers={"Authorization": f"Bearer {token}"}, timeout=10
    )
    return answer.json()
