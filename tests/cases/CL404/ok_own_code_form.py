# case: kind=server level=self-assessed
# expects:
"""The code flow with a form of our own.

The portal at https://auth.mitel.io/authorize would save us the form, but is not open to us.
"""
import httpx

AUTH = "https://authentication.eu.api.mitel.io/2017-09-01"


def code(http: httpx.Client, client_id: str, form: dict[str, str]) -> str:
    # not https://auth.mitel.io: see above
    answer = http.post(
        f"{AUTH}/authorize",
        json={
            "response_type": "code",
            "client_id": client_id,
            "account_id": form["account"],
            "username": form["email"],
            "password": form["password"],
        },
    )
    answer.raise_for_status()
    return answer.json()["code"]


def token(http: httpx.Client, client_id: str, form: dict[str, str]) -> dict:
    answer = http.post(
        f"{AUTH}/token",
        json={
            "grant_type": "authorization_code",
            "client_id": client_id,
            "code": code(http, client_id, form),
        },
    )
    answer.raise_for_status()
    return answer.json()
