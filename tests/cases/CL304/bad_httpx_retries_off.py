# case: kind=server level=self-assessed
# expects: CL304
import httpx
from httpx_retries import Retry, RetryTransport


def make(token: str) -> httpx.Client:
    retry = Retry(  # !CL304
        total=4,
        backoff_factor=1.5,  # 3, 6, 12, 24
        backoff_jitter=0,
        status_forcelist=(429, 503),
        respect_retry_after_header=False,
    )
    return httpx.Client(headers={"Authorization": f"Bearer {token}"}, transport=RetryTransport(retry=retry))


def sites(token: str, account_id: str) -> list[dict]:
    with make(token) as http:
        resp = http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites")
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
