import backoff
import requests

from errors import fatal


@backoff.on_exception(  # !CL304
    backoff.expo, requests.HTTPError, giveup=fatal, factor=3, jitter=None, max_tries=4
)
def sites(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
