import requests
from retry import retry

from errors import TRANSPORT


@retry(TRANSPORT, delay=2, backoff=2, max_delay=60)  # tries is -1: for ever  # !CL302
def clients(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/clients", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
