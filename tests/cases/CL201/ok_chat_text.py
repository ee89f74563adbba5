# case: kind=server level=self-assessed
# expects:
from datetime import datetime

import httpx

CHAT = "https://chat.api.mitel.io/2017-09-01"


async def good_morning(client: httpx.AsyncClient, conversation_id: str, weather: str) -> None:
    now = datetime.now()
    greeting = "Good morning" if now.hour < 12 else "Hello"
    text = f"{greeting}! It is {now.strftime('%H:%M on %A, %d %B')}, {weather}."
    resp = await client.post(f"{CHAT}/conversations/{conversation_id}/messages", json={"content": text})
    resp.raise_for_status()
