import requests

ADMIN = "https://admin.us.api.mitel.io/2017-09-01"


def users(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(f"{ADMIN}/accounts/{account_id}/users", headers=headers, timeout=20)
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
