# case: kind=server level=self-assessed
# expects: CL301
import httpx
from failsafe import Failsafe, RetryPolicy

POLICY = RetryPolicy(allowed_retries=3, retriable_exceptions=[httpx.TransportError])  # !CL301


async def account(client: httpx.AsyncClient, account_id: str) -> dict:
    async def read() -> dict:
        resp = await client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
        resp.raise_for_status()
        return resp.json()

    return await Failsafe(retry_policy=POLICY).run(read)
