import aiohttp

from settings import HOSTS


class Refusal(Exception):
    def __init__(self, status: int, url: str, body: str, headers: dict) -> None:
        super().__init__(f"HTTP {status} for {url}: {body}")
        self.headers = headers


class MediaApi:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def _send(self, verb: str, *parts: str, body: dict | None = None) -> dict:
        url = "/".join((HOSTS.url("media"), *parts))
        async with self._session.request(verb, url, json=body) as answer:
            if answer.status >= 400:
                raise Refusal(answer.status, url, await answer.text(), dict(answer.headers))
            return await answer.json()

    async def transfer(self, call_id: str, to: str) -> dict:
        return await self._send("PUT", "calls", call_id, body={"action": "transfer", "to": to})
