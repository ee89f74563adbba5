from http_client import request


def user(user_id: str, headers: dict[str, str]) -> dict:
    resp = request("GET", f"https://admin.api.mitel.io/2017-09-01/users/{user_id}", headers)
    resp.raise_for_status()
    return resp.json()
