# case: kind=server level=self-assessed
# expects:
import time

import requests


def all_users(session: requests.Session, account_id: str) -> list[dict]:
    """Page by page, half a second apart."""
    url = f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users"
    users: list[dict] = []
    while url:
        answer = session.get(url, timeout=10)
        answer.raise_for_status()
        page = answer.json()
        users += page["_embedded"]["items"]
        url = page["_links"].get("next", {}).get("href")
        time.sleep(0.5)
    return users
