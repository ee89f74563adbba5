# case: kind=server level=self-assessed
# expects: CL101
import httpx


async def pages(client: httpx.AsyncClient, path: str):
    url = httpx.URL("https://admin.api.mitel.io").join(path)
    while url:
        reply = await client.get(url)
        reply.raise_for_status()
        body = reply.json()
        yield body["_embedded"]["items"]
        url = body["_links"].get("next", {}).get("href")


async def count(client):
    total = 0
    try:
        async for page in pages(client, "/2017-09-01/users"):
            total += len(page)
    except httpx.HTTPStatusError:  # !CL101
        return -1
    return total
