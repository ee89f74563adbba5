# case: kind=server level=self-assessed
# expects: CL101
"""Errors that gather() gives back among the results, which nobody looks at."""
import asyncio
import logging

import httpx

log = logging.getLogger(__name__)


async def one(client, user_id):
    r = await client.get(f"https://admin.api.mitel.io/2017-09-01/users/{user_id}")
    r.raise_for_status()
    return r.json()


async def fire(ids, client):
    await asyncio.gather(*[one(client, i) for i in ids], return_exceptions=True)  # !CL101


async def names(ids, client):
    found = await asyncio.gather(*(one(client, i) for i in ids), return_exceptions=True)  # !CL101
    return [r for r in found if not isinstance(r, Exception)]


async def logs_itself(client, user_id):
    try:
        await one(client, user_id)
    except httpx.HTTPStatusError as e:
        log.error("user %s %s %s", user_id, e, e.response.headers)
    except httpx.TransportError as e:
        log.error("user %s %r", user_id, e)


async def fire_logged(ids, client):
    await asyncio.gather(*[logs_itself(client, i) for i in ids], return_exceptions=True)
