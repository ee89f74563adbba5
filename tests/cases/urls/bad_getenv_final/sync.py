import aiohttp

import places as p


async def account(session: aiohttp.ClientSession, account_id: str) -> dict:
    async with session.get(f"{p.ADMIN}/2017-09-01/accounts/{account_id}") as reply:  # !CL305
        return await reply.json()
