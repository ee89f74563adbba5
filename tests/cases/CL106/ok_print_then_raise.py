# case: kind=server level=self-assessed
# expects:
import requests


def sync(session: requests.Session, account_id: str) -> list:
    try:
        answer = session.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites", timeout=10)
        answer.raise_for_status()
    except requests.RequestException as exc:
        print("sites were not read:", exc)
        raise
    return answer.json()["_embedded"]["items"]
