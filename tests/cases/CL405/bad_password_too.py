# case: kind=server level=compatible
# expects: CL402 CL405
import requests


def sign_in(account_id: str, username: str, password: str) -> dict:
    body = {
        "grant_type": "password",  # !CL402
        "account_id": account_id,
        "username": username,
        "password": password,
    }
    answer = requests.post(  # !CL405
        "https://authentication.api.mitel.io/2017-09-01/token", json=body, timeout=10
    )
    answer.raise_for_status()
    return answer.json()
