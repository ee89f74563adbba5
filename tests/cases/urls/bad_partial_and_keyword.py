# case: kind=server level=self-assessed
# expects: CL305
from functools import partial

import requests

CONFIG = {"services": {"admin": {"host": "admin.api.mitel.io", "version": "2017-09-01"}}}
get = partial(requests.request, "GET", timeout=10)


def user(user_id: str) -> dict:
    admin = CONFIG["services"]["admin"]
    answer = get(url=f"https://{admin['host']}/{admin['version']}/users/{user_id}")  # !CL305
    return answer.json()
