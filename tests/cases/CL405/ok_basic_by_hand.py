# case: kind=server level=compatible
# expects:
import base64
import os

import aiohttp

CLIENT_ID = os.environ["CLIENT_ID"]
HEADERS = {"Authorization": "Basic " + base64.b64encode(f"{CLIENT_ID}:".encode()).decode("ascii")}


async def renew(session: aiohttp.ClientSession, refresh_token: str) -> dict:
    async with session.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        data={"grant_type": "refresh_token", "refresh_token": refresh_token},
        headers=HEADERS,
    ) as reply:
        reply.raise_for_status()
        return await reply.json()
