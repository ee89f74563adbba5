import requests
from requests.adapters import HTTPAdapter


def build(headers: dict[str, str]) -> requests.Session:
    session = requests.Session()
    session.headers.update(headers)
    session.mount("https://", HTTPAdapter(max_retries=3))  # !CL301
    return session
