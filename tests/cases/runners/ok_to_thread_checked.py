# case: kind=server level=self-assessed
# expects:
import asyncio

import requests

ADMIN = "https://admin.api.mitel.io/2017-09-01"


async def groups(account_id, headers):
    call = asyncio.to_thread(requests.get, f"{ADMIN}/accounts/{account_id}/groups", headers=headers)
    reply = await asyncio.wait_for(call, timeout=10)
    if reply.status_code >= 400:
        reply.raise_for_status()
    return reply.json()["_embedded"]["items"]
