# case: kind=server level=self-assessed
# expects:
import asyncio
import logging
import os

import aiohttp
from aiohttp import web

log = logging.getLogger("presence-board")
PRESENCE = os.getenv("PRESENCE_URL", "https://presence.api.mitel.io")


async def board(request: web.Request) -> web.Response:
    session: aiohttp.ClientSession = request.app["cloudlink"]
    user_id = request.match_info["user"]
    try:
        async with session.get(f"{PRESENCE}/2017-09-01/presentities/{user_id}", raise_for_status=True) as answer:
            return web.json_response(await answer.json())
    except aiohttp.ClientConnectionError as exc:
        log.warning("presence of %s: %s", user_id, exc)
        return web.json_response({"state": "Unknown"})
    except asyncio.TimeoutError:
        log.warning("presence of %s: no answer in time", user_id, exc_info=True)
        return web.json_response({"state": "Unknown"})
