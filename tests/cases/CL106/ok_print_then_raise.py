# case: kind=server level=self-assessed
# expects:
import logging

import requests


def sites(session: requests.Session, account_id: str) -> list:
    try:
        answer = session.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites", timeout=10)
        answer.raise_for_status()
    except requests.HTTPError as exc:
        print("sites were not read:", exc)
        raise
    return answer.json()["_embedded"]["items"]


def count(session: requests.Session, account_id: str) -> int:
    try:
        return len(sites(session, account_id))
    except requests.HTTPError as exc:
        logging.getLogger("sites").error("account %s: %s %s", account_id, exc, exc.response.headers)
        return 0
