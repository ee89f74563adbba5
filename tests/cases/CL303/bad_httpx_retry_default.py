# case: kind=server level=self-assessed
# expects: CL303 CL304
import httpx
from httpx_retry import RetryPolicy, RetryTransport

# every status of 500 and above; three tries, 4 and 8 s apart
POLICY = RetryPolicy().with_max_retries(3).with_delay(2).with_multiplier(2)  # !CL303 CL304


def account(account_id: str, token: str) -> dict:
    transport = RetryTransport(policy=POLICY)
    with httpx.Client(headers={"Authorization": f"Bearer {token}"}, transport=transport) as http:
        resp = http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
        resp.raise_for_status()
        return resp.json()
