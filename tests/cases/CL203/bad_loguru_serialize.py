# case: kind=server level=self-assessed
# expects: CL203
import sys

import aiohttp
from loguru import logger

logger.remove()
logger.add(sys.stdout, serialize=True, level="INFO")  # !CL203


async def participants(session: aiohttp.ClientSession, conversation_id: str) -> list[dict]:
    url = f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants"
    async with session.get(url) as resp:
        resp.raise_for_status()
        items = (await resp.json())["_embedded"]["items"]
    logger.bind(conversation=conversation_id).info("{} participants", len(items))
    return items
