# case: kind=server level=self-assessed
# expects: CL301
import asyncio
import itertools

import httpx

RETRIES = 3


async def sites(client: httpx.AsyncClient, account_id: str) -> list[dict]:
    for attempt in itertools.count():
        try:
            resp = await client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites")
        except httpx.TransportError:
            if attempt >= RETRIES:
                raise
            await asyncio.sleep(2**attempt)  # 1, 2, 4  # !CL301
            continue
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
    raise AssertionError
