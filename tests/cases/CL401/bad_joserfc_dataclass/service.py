import requests

from grants import Grant

_session = requests.Session()


def grant_for(account_id: str, username: str, password: str) -> Grant:
    answer = _session.post(
        "https://authentication.dev.api.mitel.io/2017-09-01/token",
        json={
            "grant_type": "password",
            "account_id": account_id,
            "username": username,
            "password": password,
        },
        timeout=10,
    )
    answer.raise_for_status()
    return Grant.of(answer.json())


def owner_of(account_id: str, username: str, password: str) -> str:
    return grant_for(account_id, username, password).owner()
