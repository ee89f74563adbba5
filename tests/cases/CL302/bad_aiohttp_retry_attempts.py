# case: kind=server level=self-assessed
# expects: CL302
import asyncio

import aiohttp
from aiohttp_retry import JitterRetry, RetryClient


async def presence(session: aiohttp.ClientSession, user_id: str) -> str:
    options = JitterRetry(
        attempts=7,  # six retries  # !CL302
        start_timeout=1,
        statuses=[408, 504],
        exceptions=[aiohttp.ClientConnectionError, asyncio.TimeoutError],
        retry_all_server_errors=False,
    )
    client = RetryClient(client_session=session, retry_options=options)
    async with client.get(f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}") as resp:
        resp.raise_for_status()
        return (await resp.json())["state"]
