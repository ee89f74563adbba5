# case: kind=server level=self-assessed
# expects:
import hashlib

import httpx
import redis

store = redis.Redis()


def remember(refresh_token: str) -> str:
    """Exchange a refresh token; the store knows the result by a digest, never by the token."""
    answer = httpx.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        json={"grant_type": "refresh_token", "refresh_token": refresh_token},
    )
    answer.raise_for_status()
    grant = answer.json()
    access_token = grant["access_token"]
    key = hashlib.sha256(access_token.encode("ascii")).hexdigest()
    store.setex(key, grant["expires_in"], access_token)
    return key


def recall(key: str) -> str:
    found = store.get(key)
    return found.decode("ascii") if found else ""
