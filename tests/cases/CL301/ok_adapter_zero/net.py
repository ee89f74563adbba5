import requests
from requests.adapters import HTTPAdapter
from urllib3 import Retry

NO_RETRIES = Retry(total=0, redirect=False)


def session(headers: dict[str, str]) -> requests.Session:
    made = requests.Session()
    made.headers.update(headers)
    made.mount("https://", HTTPAdapter(pool_connections=4, max_retries=NO_RETRIES))
    return made
