# case: kind=server level=self-assessed
# expects: CL304
import aiohttp
from aiohttp_retry import FibonacciRetry, RetryClient

# waits 2, 3, 3; the library never reads the header
OPTIONS = FibonacciRetry(  # !CL304
    attempts=4,
    statuses={429, 503, 504},
    exceptions={aiohttp.ClientConnectionError},
    retry_all_server_errors=False,
)


async def account(headers: dict[str, str], account_id: str) -> dict:
    async with RetryClient(headers=headers, raise_for_status=True) as client:
        url = f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}"
        async with client.get(url, retry_options=OPTIONS) as resp:
            return await resp.json()
