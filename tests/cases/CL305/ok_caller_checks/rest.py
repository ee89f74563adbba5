import httpx


class Rest:
    """Gives the response as it is: what it means is for the caller to say."""

    def __init__(self, service: str, token: str) -> None:
        self._root = f"https://{service}.us.api.mitel.io/2017-09-01"
        self._client = httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"})

    async def send(self, method: str, path: str, **kwargs) -> httpx.Response:
        return await self._client.request(method, self._root + path, **kwargs)
