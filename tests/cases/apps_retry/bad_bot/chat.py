from datetime import datetime, timezone

import httpx

import settings
from policies import persistent


class Chat:
    def __init__(self) -> None:
        self._http = httpx.AsyncClient(
            base_url=settings.CHAT,
            headers={"Authorization": f"Bearer {settings.TOKEN}", "x-mitel-app": settings.APP},
        )

    @persistent
    async def unread(self, conversation_id: str) -> list[dict]:
        resp = await self._http.get(f"/conversations/{conversation_id}/messages", params={"unread": "true"})
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]

    @persistent
    async def answer(self, conversation_id: str, text: str) -> None:
        body = {"content": text, "sentOn": datetime.now(timezone.utc).strftime("%c")}  # !CL202
        resp = await self._http.post(f"/conversations/{conversation_id}/messages", json=body)
        resp.raise_for_status()
