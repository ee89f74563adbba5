# case: kind=server level=self-assessed
# expects: CL301 CL303 CL304
import httpx
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_exponential


async def users(client: httpx.AsyncClient, account_id: str) -> list:
    async for attempt in AsyncRetrying(
        stop=stop_after_attempt(4),
        wait=wait_exponential(multiplier=0.5, max=10),
        retry=retry_if_exception_type(httpx.HTTPError),
        reraise=True,
    ):
        with attempt:
            reply = await client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users")
            reply.raise_for_status()
            return reply.json()
