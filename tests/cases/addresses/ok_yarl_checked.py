# case: kind=server level=self-assessed
# expects:
import aiohttp
from yarl import URL

ROOT = URL("https://admin.api.mitel.io/2017-09-01")


async def user(http: aiohttp.ClientSession, account_id: str, user_id: str) -> dict:
    async with http.get(ROOT / "accounts" / account_id / "users" / user_id) as answer:
        answer.raise_for_status()
        return await answer.json()
