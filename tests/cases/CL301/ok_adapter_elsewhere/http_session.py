import requests
from requests.adapters import HTTPAdapter


def build(headers: dict[str, str]) -> requests.Session:
    session = requests.Session()
    session.headers.update(headers)
    session.mount("https://", HTTPAdapter(pool_maxsize=20))
    # the local recorder speaks plain HTTP; CloudLink is never reached through this adapter
    session.mount("http://", HTTPAdapter(max_retries=3))
    return session
