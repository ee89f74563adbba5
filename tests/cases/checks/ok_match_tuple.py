# case: kind=server level=self-assessed
# expects:
import logging

import aiohttp

log = logging.getLogger(__name__)


async def read(http: aiohttp.ClientSession, url: str):
    async with http.get(url) as answer:
        return answer.status, await answer.text(), dict(answer.headers)


async def users(http: aiohttp.ClientSession, account_id: str):
    match await read(http, f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users"):
        case (200, text, _):
            return text
        case (status, text, headers):
            log.error("users of %s: %s %s %s", account_id, status, text, headers)
            return None
