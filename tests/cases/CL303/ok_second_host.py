# case: kind=server level=self-assessed
# expects:
import requests

HOSTS = ("admin.eu.api.mitel.io", "admin.us.api.mitel.io")


def account(account_id: str, headers: dict[str, str]) -> dict:
    """The account lives in one of the regions: asking the next one is no retry."""
    failure: Exception | None = None
    for host in HOSTS:
        try:
            url = f"https://{host}/2017-09-01/accounts/{account_id}"
            resp = requests.get(url, headers=headers, timeout=10)
            resp.raise_for_status()
            return resp.json()
        except requests.RequestException as exc:
            failure = exc
    raise LookupError(account_id) from failure
