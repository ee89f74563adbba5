import requests

import slack

ADMIN = "https://admin.api.mitel.io/2017-09-01"


def nightly(account_id, token):
    answer = requests.get(
        f"{ADMIN}/accounts/{account_id}/users", headers={"Authorization": f"Bearer {token}"}, timeout=30
    )
    answer.raise_for_status()
    slack.tell("%d users" % len(answer.json()["_embedded"]["items"]))
