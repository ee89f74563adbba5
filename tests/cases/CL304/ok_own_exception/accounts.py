import asyncio

import httpx

from errors import Busy
from transport import get


async def account(client: httpx.AsyncClient, account_id: str) -> dict:
    for attempt in range(3):
        try:
            return await get(client, f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
        except Busy as busy:
            if attempt == 2:
                raise
            await asyncio.sleep(busy.retry_after)
    raise AssertionError
