# case: kind=server level=self-assessed
# expects: CL401
import functools
import os

import requests
from google.auth import jwt


@functools.lru_cache(maxsize=1)
def cloudlink_token() -> str:
    answer = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        json={
            "grant_type": "client_credentials",
            "client_id": os.environ["CLOUDLINK_ID"],
            "client_secret": os.environ["CLOUDLINK_SECRET"],
        },
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]


def scopes() -> set[str]:
    return set(jwt.decode(cloudlink_token(), verify=False)["scope"].split())  # !CL401
