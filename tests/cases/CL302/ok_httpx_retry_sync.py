# case: kind=server level=self-assessed
# expects:
import httpx
from httpx_retry import RetryPolicy, RetryTransport

# the synchronous transport counts tries: five retries
policy = RetryPolicy(max_retries=6, initial_delay=2, multiplier=2, retry_on=[408, 504])


def sites(account_id: str, token: str) -> list[dict]:
    with httpx.Client(
        headers={"Authorization": f"Bearer {token}"},
        transport=RetryTransport(httpx.HTTPTransport(), policy),
    ) as client:
        resp = client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites")
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
