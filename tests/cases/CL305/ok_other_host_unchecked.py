# case: kind=server level=self-assessed
# expects:
import os

import requests

STATSD = os.environ.get("STATS_URL", "https://stats.example.com/v1/events")


def count(name: str) -> None:
    """Statistics may get lost."""
    requests.post(STATSD, json={"event": name}, timeout=1)


def users(account_id: str, token: str) -> list[dict]:
    count("users")
    answer = requests.get(
        f"https://admin.us.api.mitel.io/2017-09-01/accounts/{account_id}/users",
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    if answer.status_code == requests.codes.ok:
        return answer.json()["_embedded"]["items"]
    raise LookupError(f"{account_id}: {answer.status_code} {answer.text}")
