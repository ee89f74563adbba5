# case: kind=server level=self-assessed
"""An asynchronous iterator of the project waits long enough, and comes to an end."""
import asyncio
import httpx

class Attempts:
    def __init__(self, limit: int, pause: float) -> None:
        self.limit = limit
        self.pause = pause
        self.n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        if self.n > self.limit:
            raise StopAsyncIteration
        if self.n > 1:
            await asyncio.sleep(self.pause * 2)
        return self.n

async def fetch(client: httpx.AsyncClient):
    async for attempt in Attempts(4, 1):
        r = await client.get("https://admin.api.mitel.io/x")
        if r.status_code != 408:
            break
    r.raise_for_status()
    return r.json()
