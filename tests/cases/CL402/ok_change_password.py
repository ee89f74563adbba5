# case: kind=server level=certified
# expects:
import httpx

ADMIN = "https://admin.eu.api.mitel.io/2017-09-01"


def create_user(http: httpx.Client, account_id: str, username: str, password: str) -> str:
    """Users are made with a first password, which they change later."""
    answer = http.post(
        f"{ADMIN}/accounts/{account_id}/users",
        json={"username": username, "password": password, "type": "password", "role": "USER"},
    )
    answer.raise_for_status()
    return answer.json()["userId"]


def change_password(http: httpx.Client, user_id: str, old: str, new: str) -> None:
    answer = http.put(f"{ADMIN}/users/{user_id}/password", json={"oldPassword": old, "password": new})
    answer.raise_for_status()
