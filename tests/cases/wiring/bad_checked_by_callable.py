# expects: CL102
import logging

import aiohttp

log = logging.getLogger(__name__)


async def check(response: aiohttp.ClientResponse) -> None:
    if response.status >= 400:
        body = await response.text()
        log.error("%s %s: %s %s", response.method, response.url, response.status, body)  # !CL102
        response.raise_for_status()


async def user(ident):
    async with aiohttp.ClientSession("https://admin.api.mitel.io", raise_for_status=check) as session:
        try:
            async with session.get(f"/2017-09-01/users/{ident}") as response:
                return await response.json()
        except aiohttp.ClientResponseError:
            return None
