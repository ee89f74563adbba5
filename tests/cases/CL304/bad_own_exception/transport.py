import httpx

from errors import Busy


async def get(client: httpx.AsyncClient, url: str) -> dict:
    resp = await client.get(url)
    if resp.status_code in (429, 503):
        raise Busy(url, resp.status_code, float(resp.headers.get("Retry-After", 5)))
    resp.raise_for_status()
    return resp.json()
