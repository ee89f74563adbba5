# case: kind=server level=self-assessed
# expects:
import asyncio
import itertools

import httpx

RETRIES = 3


async def sites(client: httpx.AsyncClient, account_id: str) -> list[dict]:
    for attempt in itertools.count(1):
        try:
            resp = await client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites")
        except httpx.TransportError:
            if attempt > RETRIES:
                raise
            await asyncio.sleep(2**attempt)  # 2, 4, 8
            continue
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
    raise AssertionError
