# case: kind=server level=self-assessed
# expects:
import backoff
import requests

TRANSPORT = (requests.ConnectionError, requests.Timeout)


@backoff.on_exception(
    backoff.constant, TRANSPORT, interval=2, max_tries=4, jitter=backoff.random_jitter
)
def users(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]


@backoff.on_exception(backoff.expo, TRANSPORT, base=1.5, factor=2, max_tries=6, jitter=None)
def groups(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/groups", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
