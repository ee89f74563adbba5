# case: kind=server level=self-assessed
# expects: CL304
import asyncio
import logging

import aiohttp

log = logging.getLogger(__name__)
SUBSCRIPTIONS = "https://notifications.api.mitel.io/2017-09-01/subscriptions"
PAUSE = 4


async def subscribe(session: aiohttp.ClientSession, topic: str, account_id: str) -> str:
    body = {"transport": "websocket", "topic": topic, "subjectFilter": account_id}
    for attempt in range(5):  # !CL304
        async with session.post(SUBSCRIPTIONS, json=body) as resp:
            if resp.status != 503 or attempt == 4:
                resp.raise_for_status()
                return (await resp.json())["subscriptionId"]
            # the header is shown, but the wait is another
            log.warning("busy, asked to wait %s s, again in %d s", resp.headers.get("Retry-After"), PAUSE)
        await asyncio.sleep(PAUSE)
    raise AssertionError
