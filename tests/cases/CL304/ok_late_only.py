# case: kind=server level=self-assessed
# expects:
import asyncio

import httpx


async def pull(client: httpx.AsyncClient, conversation_id: str) -> list[dict]:
    url = f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages"
    attempt = 0
    resp = await client.get(url)
    while resp.status_code in (408, 504, 598, 599) and attempt < 5:
        attempt += 1
        await asyncio.sleep(2 * attempt)
        resp = await client.get(url)
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
