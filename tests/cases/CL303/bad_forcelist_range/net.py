import requests
from requests.adapters import HTTPAdapter

from slow import SlowRetry


def session(headers: dict[str, str]) -> requests.Session:
    made = requests.Session()
    made.headers.update(headers)
    retries = SlowRetry(total=4, backoff_factor=1, status_forcelist=range(500, 600))  # !CL303
    made.mount("https://", HTTPAdapter(max_retries=retries))
    return made
