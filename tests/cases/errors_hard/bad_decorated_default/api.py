import httpx
from guards import falling_back_to


class Presence:
    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    @falling_back_to("unknown")
    async def state(self, user_id: str) -> str:
        reply = await self._client.get(f"https://presence.api.mitel.io/2017-09-01/users/{user_id}/presences")
        reply.raise_for_status()
        return reply.json()["state"]
