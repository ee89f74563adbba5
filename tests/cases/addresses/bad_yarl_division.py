# case: kind=server level=self-assessed
# expects: CL101
import aiohttp
from yarl import URL

ROOT = URL("https://admin.api.mitel.io") / "2017-09-01"


async def remove(http: aiohttp.ClientSession, account_id: str, user_id: str) -> bool:
    async with http.delete(ROOT / "accounts" / account_id / "users" / user_id) as answer:
        return answer.status < 400  # the caller learns nothing of why


async def purge(http: aiohttp.ClientSession, account_id: str, user_id: str) -> None:
    target = ROOT.joinpath("accounts", account_id, "users", user_id) % {"purge": "true"}
    async with http.delete(target) as answer:
        if answer.status >= 400:  # !CL101
            return
