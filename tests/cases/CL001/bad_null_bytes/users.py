import requests

ADMIN = "https://admin.api.mitel.io/2017-09-01"


def users(session: requests.Session, account_id: str) -> list[dict]:
    answer = session.get(f"{ADMIN}/accounts/{account_id}/users", timeout=10)
    answer.raise_for_status()
    return answer.json()["_embedded"]["items"]
