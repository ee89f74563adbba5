# case: kind=server level=self-assessed
# expects:
import requests
from retry import retry


@retry((requests.ConnectionError, requests.Timeout), tries=6, delay=2, backoff=2, max_delay=30)
def whoami(headers: dict[str, str]) -> dict:
    resp = requests.get("https://authentication.api.mitel.io/2017-09-01/token", headers=headers, timeout=10)
    resp.raise_for_status()
    return resp.json()
