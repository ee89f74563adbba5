import os

import httpx

from credentials import user_auth


def users(account_id: str) -> list[dict]:
    auth = user_auth(os.environ["SYNC_USER"], os.environ["SYNC_PASSWORD"])
    with httpx.Client(base_url="https://admin.eu.api.mitel.io/2017-09-01", auth=auth) as http:
        answer = http.get(f"/accounts/{account_id}/users")
        answer.raise_for_status()
        return answer.json()["_embedded"]["items"]
