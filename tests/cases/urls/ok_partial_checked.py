# case: kind=server level=self-assessed
# expects:
from functools import partial

import requests

get = partial(requests.get, timeout=10)
CONFIG = {"services": {"admin": {"host": "admin.api.mitel.io"}, "wiki": {"host": "wiki.example.com"}}}


def user(user_id: str) -> dict:
    answer = get(f"https://{CONFIG['services']['admin']['host']}/2017-09-01/users/{user_id}")
    answer.raise_for_status()
    return answer.json()


def page(title: str) -> str:
    return get(url=f"https://{CONFIG['services']['wiki']['host']}/pages/{title}").text
