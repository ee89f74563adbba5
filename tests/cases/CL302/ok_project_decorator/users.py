import requests

from reliable import reliable


@reliable
def user(user_id: str, headers: dict[str, str]) -> dict:
    resp = requests.get(f"https://admin.api.mitel.io/2017-09-01/users/{user_id}", headers=headers, timeout=10)
    resp.raise_for_status()
    return resp.json()
