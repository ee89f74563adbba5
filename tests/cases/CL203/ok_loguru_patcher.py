# case: kind=server level=self-assessed
# expects:
import sys
from datetime import datetime, timezone

import aiohttp
from loguru import logger


def stamp(record: dict) -> None:
    record["extra"]["utc"] = datetime.now(timezone.utc).isoformat()


logger.remove()
logger.configure(patcher=stamp)
logger.add(sys.stdout, format="{extra[utc]} {level} {message}", level="INFO")


async def participants(session: aiohttp.ClientSession, conversation_id: str) -> list[dict]:
    url = f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants"
    async with session.get(url) as resp:
        resp.raise_for_status()
        items = (await resp.json())["_embedded"]["items"]
    logger.info("conversation {}: {} participants", conversation_id, len(items))
    return items
