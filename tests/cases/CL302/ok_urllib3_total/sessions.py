import requests
from requests.adapters import HTTPAdapter

from retry_policy import policy


def session(headers: dict[str, str]) -> requests.Session:
    made = requests.Session()
    made.headers.update(headers)
    made.mount("https://admin.api.mitel.io/", HTTPAdapter(max_retries=policy()))
    return made


def account(account_id: str, headers: dict[str, str]) -> dict:
    with session(headers) as http:
        resp = http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=10)
        resp.raise_for_status()
        return resp.json()
