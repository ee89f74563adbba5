# case: kind=server level=self-assessed
# expects:
import asyncio
import logging

import aiohttp

log = logging.getLogger(__name__)
SUBSCRIPTIONS = "https://notifications.api.mitel.io/2017-09-01/subscriptions"
PAUSE = 4


async def subscribe(session: aiohttp.ClientSession, topic: str, account_id: str) -> str:
    body = {"transport": "websocket", "topic": topic, "subjectFilter": account_id}
    for attempt in range(5):
        async with session.post(SUBSCRIPTIONS, json=body) as resp:
            if resp.status != 503 or attempt == 4:
                resp.raise_for_status()
                return (await resp.json())["subscriptionId"]
            pause = max(PAUSE, int(resp.headers.get("Retry-After", PAUSE)))
            log.warning("busy, again in %d s", pause)
        await asyncio.sleep(pause)
    raise AssertionError
