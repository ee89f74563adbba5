import httpx

from resilient import resilient


@resilient(tries=4, errors=(httpx.TransportError,))
async def say(client: httpx.AsyncClient, conversation_id: str, text: str) -> str:
    resp = await client.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": text},
    )
    resp.raise_for_status()
    return resp.json()["messageId"]
