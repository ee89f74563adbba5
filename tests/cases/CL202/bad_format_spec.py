# case: kind=server level=self-assessed
# expects: CL202
import logging
from datetime import datetime, timezone

import aiohttp

log = logging.getLogger("presence")


async def away(session: aiohttp.ClientSession, user_id: str) -> None:
    url = f"https://presence.eu.api.mitel.io/2017-09-01/presentities/{user_id}"
    async with session.put(url, json={"state": "Away"}) as resp:
        resp.raise_for_status()
    now = datetime.now(tz=timezone.utc)
    log.info(f"[{now:%d/%m/%Y %H:%M:%S}] user {user_id} is away")  # !CL202
