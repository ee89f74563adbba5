"""The staff directory: Keycloak of the company itself."""
import requests
from jose import jwt

REALM = "https://sso.acme.example/realms/staff"


def roles(username: str, password: str) -> list[str]:
    answer = requests.post(
        f"{REALM}/protocol/openid-connect/token",
        data={"grant_type": "password", "client_id": "desk", "username": username, "password": password},
        timeout=10,
    )
    answer.raise_for_status()
    access_token = answer.json()["access_token"]
    claims = jwt.get_unverified_claims(access_token)
    return claims["realm_access"]["roles"]
