import requests
from django.conf import settings
from django.core.cache import cache


def token_for(email: str, password: str) -> str:
    known = cache.get(f"cl:{email}")
    if known is not None:
        return known
    answer = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        json={
            "grant_type": "password",
            "account_id": settings.CLOUDLINK_ACCOUNT,
            "username": email,
            "password": password,
        },
        timeout=10,
    )
    answer.raise_for_status()
    grant = answer.json()
    cache.set(f"cl:{email}", grant["access_token"], grant["expires_in"] - 30)
    return grant["access_token"]
