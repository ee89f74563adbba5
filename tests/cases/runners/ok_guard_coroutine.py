# case: kind=server level=self-assessed
# expects:
import logging

import httpx

logger = logging.getLogger(__name__)
ADMIN = "https://admin.api.mitel.io/2017-09-01"


async def logged(coroutine, what):
    try:
        reply = await coroutine
        reply.raise_for_status()
    except httpx.HTTPStatusError as exc:
        logger.error("%s: %s %s", what, exc, dict(exc.response.headers))
        raise
    except httpx.TransportError:
        logger.exception("%s: no answer", what)
        raise
    return reply.json()


async def users(client: httpx.AsyncClient, account_id):
    return await logged(client.get(f"{ADMIN}/accounts/{account_id}/users"), f"users of {account_id}")
