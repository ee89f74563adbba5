# case: kind=server level=self-assessed
# expects: CL301
import aiohttp
from aiohttp_retry import ExponentialRetry, RetryClient


async def contacts(account_id: str, headers: dict[str, str]) -> list[dict]:
    options = ExponentialRetry(
        attempts=4,
        start_timeout=0.5,  # 1, 2, 4  # !CL301
        statuses={408, 504},
        exceptions={aiohttp.ClientConnectionError},
        retry_all_server_errors=False,
    )
    async with RetryClient(retry_options=options, headers=headers) as client:
        url = f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts"
        async with client.get(url) as resp:
            resp.raise_for_status()
            return (await resp.json())["_embedded"]["items"]
