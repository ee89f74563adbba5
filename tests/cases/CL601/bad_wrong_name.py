# case: kind=server level=self-assessed
# expects: CL601
import aiohttp

HEADERS = {"User-Agent": "Lobby/1.0", "x-app": "app=Lobby/1.0;platform=windows/10;session-id=lobby"}


async def account(account_id: str, token: str) -> dict:
    async with aiohttp.ClientSession(headers=HEADERS) as session:
        async with session.get(  # !CL601
            f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}",
            headers={"Authorization": f"Bearer {token}"},
        ) as reply:
            reply.raise_for_status()
            return await reply.json()
