import aiohttp


class TransportError(Exception):
    def __init__(self, status: int, text: str, headers) -> None:
        super().__init__(f"{status}: {text}")
        self.status = status
        self.headers = headers


async def call(session: aiohttp.ClientSession, method: str, service: str, path: str, **kwargs) -> dict:
    url = f"https://{service}.us.api.mitel.io/2017-09-01{path}"
    async with session.request(method, url, **kwargs) as resp:
        if not resp.ok:
            raise TransportError(resp.status, await resp.text(), resp.headers)
        return await resp.json()
