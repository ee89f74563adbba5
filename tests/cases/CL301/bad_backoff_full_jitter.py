# case: kind=server level=self-assessed
# expects: CL301
import backoff
import requests


@backoff.on_exception(  # !CL301
    backoff.constant, (requests.ConnectionError, requests.Timeout), interval=10, max_tries=4
)
def users(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
