# case: kind=server level=self-assessed
# expects:
from datetime import timedelta

import httpx
from failsafe import Backoff, Failsafe, RetryPolicy

# 2, 6, 18 s
POLICY = RetryPolicy(
    allowed_retries=3,
    backoff=Backoff(delay=timedelta(seconds=2), max_delay=timedelta(seconds=20), factor=3),
    retriable_exceptions=[httpx.TransportError],
)


async def account(client: httpx.AsyncClient, account_id: str) -> dict:
    async def read() -> dict:
        resp = await client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
        resp.raise_for_status()
        return resp.json()

    return await Failsafe(retry_policy=POLICY).run(read)
