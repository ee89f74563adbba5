# case: kind=server level=self-assessed
# expects:
import asyncio
import logging

import httpx

logger = logging.getLogger(__name__)


async def read(client, user_id):
    reply = await client.get(f"https://presence.api.mitel.io/2017-09-01/users/{user_id}/presences")
    reply.raise_for_status()
    return reply.json()


async def read_all(client, user_ids):
    results = await asyncio.gather(*(read(client, u) for u in user_ids), return_exceptions=True)
    found = {}
    for user_id, result in zip(user_ids, results):
        if isinstance(result, httpx.HTTPStatusError):
            logger.error("presence of %s: %s %s", user_id, result, dict(result.response.headers))
        elif isinstance(result, Exception):
            logger.error("presence of %s: %r", user_id, result)
        else:
            found[user_id] = result
    return found
