# case: kind=server level=self-assessed
"""Errors that gather() gives back among the results are logged one by one."""
import asyncio
import logging
import httpx

log = logging.getLogger(__name__)
BASE = "https://admin.api.mitel.io/2017-09-01"

async def one(client, user_id):
    r = await client.get(f"{BASE}/users/{user_id}")
    r.raise_for_status()
    return r.json()

async def many(ids):
    async with httpx.AsyncClient(timeout=5) as client:
        results = await asyncio.gather(*(one(client, i) for i in ids), return_exceptions=True)
    good = []
    for user_id, result in zip(ids, results):
        if isinstance(result, httpx.HTTPStatusError):
            log.error("user %s: %s %s", user_id, result, result.response.headers)
        elif isinstance(result, Exception):
            log.error("user %s: %r", user_id, result)
        else:
            good.append(result)
    return good
