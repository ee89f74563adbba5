# case: kind=server level=self-assessed
# expects:
import asyncio
from concurrent.futures import Future

import httpx


class Bridge:
    """Runs requests on the loop of another thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop, client: httpx.AsyncClient) -> None:
        self._loop = loop
        self._client = client

    async def _presence(self, user_id: str, result: Future) -> None:
        try:
            answer = await self._client.get(f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}")
            answer.raise_for_status()
        except httpx.HTTPError as exc:
            result.set_exception(exc)
        else:
            result.set_result(answer.json())

    def presence(self, user_id: str) -> Future:
        result: Future = Future()
        asyncio.run_coroutine_threadsafe(self._presence(user_id, result), self._loop)
        return result
