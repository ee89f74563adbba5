# case: kind=server level=self-assessed
# expects: CL101
import aiohttp

BASE = "https://admin.api.mitel.io/2017-09-01"


async def pages(http: aiohttp.ClientSession, account_id: str):
    url = f"{BASE}/accounts/{account_id}/users"
    while url:
        async with http.get(url) as reply:
            reply.raise_for_status()
            page = await reply.json()
        for item in page["_embedded"]["items"]:
            yield item
        url = page["_links"].get("next", {}).get("href")


async def names(http: aiohttp.ClientSession, account_id: str) -> list[str]:
    found = []
    try:
        async for user in pages(http, account_id):
            found.append(user["name"])
    except aiohttp.ClientResponseError:  # !CL101
        pass
    return found
