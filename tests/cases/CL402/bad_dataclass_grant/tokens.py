import os

import aiohttp

from bodies import CodeBody, PasswordBody

CLIENT_ID = os.environ["CLIENT_ID"]


async def by_code(session: aiohttp.ClientSession, code: str) -> dict:
    async with session.post(
        "https://authentication.api.mitel.io/2017-09-01/token", json=CodeBody(CLIENT_ID, code).json()
    ) as reply:
        reply.raise_for_status()
        return await reply.json()


async def by_user(session: aiohttp.ClientSession, account: str, user: str, secret: str) -> dict:
    body = PasswordBody(CLIENT_ID, user, secret, account)
    async with session.post(  # !CL402
        "https://authentication.api.mitel.io/2017-09-01/token", json=body.json()
    ) as reply:
        reply.raise_for_status()
        return await reply.json()
