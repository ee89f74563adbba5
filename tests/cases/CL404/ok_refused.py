# case: kind=server level=self-assessed
# expects:
import os
from urllib.parse import urlsplit

import requests

RESERVED = frozenset({"auth.mitel.io"})


def token_endpoint() -> str:
    """The endpoint from the environment; the portal is not open to self-assessed applications."""
    url = os.environ.get("TOKEN_URL", "https://authentication.api.mitel.io/2017-09-01/token")
    if urlsplit(url).hostname in RESERVED:
        raise ValueError("the authentication portal is for reviewed applications")
    return url


def token(username: str, password: str) -> str:
    answer = requests.post(
        token_endpoint(),
        json={"grant_type": "password", "username": username, "password": password},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]
