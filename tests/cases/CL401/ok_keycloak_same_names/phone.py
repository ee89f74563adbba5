import requests

from staff import roles


def directory(username: str, password: str, account_id: str) -> list[dict]:
    if "phone" not in roles(username, password):
        raise PermissionError(username)
    answer = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        data={
            "grant_type": "password",
            "account_id": account_id,
            "username": username,
            "password": password,
        },
        timeout=10,
    )
    answer.raise_for_status()
    access_token = answer.json()["access_token"]
    answer = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users",
        headers={"Authorization": f"Bearer {access_token}"},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["_embedded"]["items"]
