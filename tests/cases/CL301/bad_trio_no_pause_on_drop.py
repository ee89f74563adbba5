# case: kind=server level=self-assessed
# expects: CL301
import httpx
import trio


async def messages(client: httpx.AsyncClient, conversation_id: str) -> list[dict]:
    url = f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages"
    for attempt in range(4):
        try:
            resp = await client.get(url)
            break
        except httpx.ReadError:
            if attempt == 3:
                raise
            await trio.sleep(0.25)  # !CL301
        except httpx.ConnectError:
            if attempt == 3:
                raise
            await trio.sleep(5)
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
