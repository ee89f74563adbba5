# case: kind=server level=self-assessed
# expects: CL301
import httpx
from httpx_retries import Retry, RetryTransport

# jitter may take all of the backoff away
RETRY = Retry(total=4, backoff_factor=2, status_forcelist=[429, 503, 504])  # !CL301


def client(token: str) -> httpx.Client:
    return httpx.Client(
        base_url="https://admin.api.mitel.io/2017-09-01",
        headers={"Authorization": f"Bearer {token}"},
        transport=RetryTransport(retry=RETRY),
    )


def account(token: str, account_id: str) -> dict:
    with client(token) as http:
        return http.get(f"/accounts/{account_id}").raise_for_status().json()
