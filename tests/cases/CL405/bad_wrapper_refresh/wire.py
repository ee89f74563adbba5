import aiohttp

TOKEN = "https://authentication.us.api.mitel.io/2017-09-01/token"


async def grant(session: aiohttp.ClientSession, kind: str, **fields: str) -> dict:
    fields["grant_type"] = kind
    async with session.post(TOKEN, data=fields, raise_for_status=True) as reply:
        return await reply.json()
