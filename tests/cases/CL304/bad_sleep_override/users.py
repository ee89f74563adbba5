from net import session


def users(account_id: str, headers: dict[str, str]) -> list[dict]:
    http = session(headers)
    resp = http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", timeout=10)
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
