import requests
from requests.adapters import HTTPAdapter

from slow import STATUSES, SlowRetry


def session(headers: dict[str, str]) -> requests.Session:
    made = requests.Session()
    made.headers.update(headers)
    made.mount("https://", HTTPAdapter(max_retries=SlowRetry(total=4, status_forcelist=STATUSES)))
    return made
