import requests
from requests.adapters import HTTPAdapter

from steady import SteadyRetry


def session(headers: dict[str, str]) -> requests.Session:
    made = requests.Session()
    made.headers.update(headers)
    made.mount(
        "https://",
        HTTPAdapter(max_retries=SteadyRetry(total=3, status_forcelist=[429, 503, 504])),
    )
    return made
