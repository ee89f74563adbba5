import httpx

_http = httpx.AsyncClient(base_url="https://chat.us.api.mitel.io/2017-09-01")


async def messages(conversation_id: str) -> list[dict]:
    answer = await _http.get(f"/conversations/{conversation_id}/messages")
    answer.raise_for_status()
    return answer.json()["_embedded"]["items"]
