import requests

from bodies import Body, Code, Refresh


def _post(body: Body) -> dict:
    answer = requests.post(
        "https://authentication.us.api.mitel.io/2017-09-01/token", body.form(), timeout=10
    )
    answer.raise_for_status()
    return answer.json()


def exchange(code: str) -> dict:
    return _post(Code(code=code))


def renew(refresh_token: str) -> dict:
    return _post(Refresh(refresh_token=refresh_token))
