# case: kind=server level=self-assessed
# expects: CL101 CL103
import asyncio
import logging

import aiohttp

log = logging.getLogger(__name__)


async def rooms(session: aiohttp.ClientSession):
    try:
        async with (
            asyncio.timeout(5),
            session.get("https://conversations.api.mitel.io/2017-09-01/conversations") as reply,
        ):
            reply.raise_for_status()
            return await reply.json()
    except TimeoutError:
        log.error("conversations: no answer")  # !CL103
    except aiohttp.ClientError:  # !CL101
        pass
    return []
