# case: kind=server level=self-assessed
# expects: CL401
import os
import time

import python_jwt
import requests

_cache: dict[str, str] = {}


def renew() -> str:
    answer = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        json={"grant_type": "refresh_token", "refresh_token": os.environ["REFRESH_TOKEN"]},
        timeout=10,
    )
    answer.raise_for_status()
    _cache["bearer"] = answer.json()["access_token"]
    return _cache["bearer"]


def bearer() -> str:
    if "bearer" not in _cache:
        return renew()
    _header, claims = python_jwt.process_jwt(_cache["bearer"])  # !CL401
    if claims["exp"] - time.time() < 60:
        return renew()
    return _cache["bearer"]
