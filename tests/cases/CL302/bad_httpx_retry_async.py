# case: kind=server level=self-assessed
# expects: CL302
import httpx
from httpx_retry import AsyncRetryTransport, RetryPolicy

# the asynchronous transport counts retries: six of them
policy = RetryPolicy(max_retries=6, initial_delay=2, multiplier=2, retry_on=[408, 504])  # !CL302


async def sites(account_id: str, token: str) -> list[dict]:
    async with httpx.AsyncClient(
        headers={"Authorization": f"Bearer {token}"},
        transport=AsyncRetryTransport(httpx.AsyncHTTPTransport(), policy),
    ) as client:
        resp = await client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites")
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
