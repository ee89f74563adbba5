import httpx

from .errors import UpstreamError


class CloudLink:
    def __init__(self, token: str) -> None:
        self._http = httpx.AsyncClient(
            base_url="https://admin.api.mitel.io/2017-09-01", headers={"Authorization": f"Bearer {token}"}
        )

    async def get(self, operation: str, path: str) -> dict:
        reply = await self._http.get(path)
        if not reply.is_success:
            raise UpstreamError(operation, reply.status_code, reply.text, dict(reply.headers))
        return reply.json()

    async def account(self, account_id: str) -> dict:
        return await self.get("account", f"/accounts/{account_id}")
