import requests


def renew(refresh_token: str) -> dict:
    answer = requests.post(
        "https://authentication.dev.api.mitel.io/2017-09-01/token",
        data={"grant_type": "refresh_token", "refresh_token": refresh_token},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()
