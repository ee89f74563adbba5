import httpx
from tracing import traced


class Directory:
    def __init__(self, token: str) -> None:
        self._client = httpx.AsyncClient(
            base_url="https://admin.api.mitel.io/2017-09-01",
            headers={"Authorization": f"Bearer {token}"},
        )

    @traced("list users")
    async def users(self, account_id: str) -> list[dict]:
        reply = await self._client.get(f"/accounts/{account_id}/users")
        reply.raise_for_status()
        return reply.json()["_embedded"]["items"]
