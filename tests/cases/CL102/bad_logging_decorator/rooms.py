import httpx

from decorators import logged

CHAT = "https://chat.us.api.mitel.io/2017-09-01"


@logged
async def rename(client: httpx.AsyncClient, conversation_id: str, name: str) -> dict:
    answer = await client.put(f"{CHAT}/conversations/{conversation_id}", json={"name": name})
    return answer.raise_for_status().json()


@logged(level=40)
async def leave(client: httpx.AsyncClient, conversation_id: str, user_id: str) -> bool:
    answer = await client.delete(f"{CHAT}/conversations/{conversation_id}/participants/{user_id}")
    answer.raise_for_status()
    return True
