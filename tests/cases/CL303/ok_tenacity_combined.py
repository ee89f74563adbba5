# case: kind=server level=self-assessed
# expects:
import httpx
from tenacity import (
    retry,
    retry_if_exception,
    retry_if_exception_type,
    stop_after_attempt,
    wait_fixed,
)


def _late(exc: BaseException) -> bool:
    return exc.response.status_code in (408, 504)


late = retry_if_exception_type(httpx.HTTPStatusError) & retry_if_exception(_late)


@retry(
    retry=retry_if_exception_type(httpx.TransportError) | late,
    wait=wait_fixed(2),
    stop=stop_after_attempt(3),
    reraise=True,
)
async def account(client: httpx.AsyncClient, account_id: str) -> dict:
    resp = await client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
    resp.raise_for_status()
    return resp.json()
