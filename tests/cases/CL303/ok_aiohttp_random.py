# case: kind=server level=self-assessed
# expects:
import aiohttp
from aiohttp_retry import RandomRetry, RetryClient


async def site(session: aiohttp.ClientSession, site_id: str) -> dict:
    client = RetryClient(
        client_session=session,
        retry_options=RandomRetry(
            attempts=3,
            min_timeout=2,
            max_timeout=6,
            statuses={408, 504},
            exceptions={aiohttp.ClientOSError, aiohttp.ServerDisconnectedError},
            retry_all_server_errors=False,
        ),
    )
    async with client.get(f"https://admin.api.mitel.io/2017-09-01/sites/{site_id}") as resp:
        resp.raise_for_status()
        return await resp.json()
