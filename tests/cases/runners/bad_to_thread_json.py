# case: kind=server level=self-assessed
# expects: CL305
import asyncio

import requests

ADMIN = "https://admin.api.mitel.io/2017-09-01"


async def groups(account_id, headers):
    reply = await asyncio.to_thread(requests.get, f"{ADMIN}/accounts/{account_id}/groups", headers=headers)  # !CL305
    return reply.json()["_embedded"]["items"]
