import httpx

from settings import Settings

http = httpx.Client(base_url=Settings.api_root, timeout=Settings.timeout)


def send(conversation_id: str, text: str) -> dict:
    return http.post(f"/conversations/{conversation_id}/messages", json={"content": text}).json()
