# case: kind=server level=self-assessed
# expects: CL303 CL304
import aiohttp
from aiohttp_retry import RandomRetry, RetryClient


async def site(session: aiohttp.ClientSession, site_id: str) -> dict:
    client = RetryClient(
        client_session=session,
        # every status of 500 and above by default
        retry_options=RandomRetry(attempts=3, min_timeout=2, max_timeout=6),  # !CL303 CL304
    )
    async with client.get(f"https://admin.api.mitel.io/2017-09-01/sites/{site_id}") as resp:
        resp.raise_for_status()
        return await resp.json()
