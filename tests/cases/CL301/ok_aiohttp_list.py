# case: kind=server level=self-assessed
# expects:
import aiohttp
from aiohttp_retry import ListRetry, RetryClient

# the first entry is never used: waits 2, 4, 8
OPTIONS = ListRetry(
    [1, 2, 4, 8],
    statuses={408, 504},
    exceptions={aiohttp.ClientConnectionError},
    retry_all_server_errors=False,
)


async def contacts(account_id: str, headers: dict[str, str]) -> list[dict]:
    async with RetryClient(retry_options=OPTIONS, headers=headers) as client:
        url = f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts"
        async with client.get(url) as resp:
            resp.raise_for_status()
            return (await resp.json())["_embedded"]["items"]
