import os

import aiohttp

TOKEN = "https://authentication.us.api.mitel.io/2017-09-01/token"


async def grant(session: aiohttp.ClientSession, kind: str, **fields: str) -> dict:
    fields.update(grant_type=kind, client_id=os.environ["CLIENT_ID"])
    async with session.post(TOKEN, data=fields, raise_for_status=True) as reply:
        return await reply.json()
