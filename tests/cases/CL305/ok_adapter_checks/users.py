from adapter import strict_session

BASE = "https://admin.us.api.mitel.io/2017-09-01"


def users(account_id: str, token: str) -> list[dict]:
    with strict_session(token) as session:
        return session.get(f"{BASE}/accounts/{account_id}/users", timeout=10).json()["_embedded"]["items"]
