import asyncio

import httpx

from errors import Busy
from transport import get


async def account(client: httpx.AsyncClient, account_id: str) -> dict:
    for attempt in range(3):  # !CL304
        try:
            return await get(client, f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
        except Busy:
            if attempt == 2:
                raise
            await asyncio.sleep(5)
    raise AssertionError
