# case: kind=server level=self-assessed
# expects: CL102
import asyncio
import logging

import httpx

log = logging.getLogger(__name__)


async def worker(queue: asyncio.Queue, client: httpx.AsyncClient) -> None:
    while True:
        user_id = await queue.get()
        try:
            reply = await client.get(f"https://admin.api.mitel.io/2017-09-01/users/{user_id}")
            reply.raise_for_status()
        except Exception:
            log.exception("user %s", user_id)  # !CL102
        finally:
            queue.task_done()


async def run(user_ids: list[str]) -> None:
    queue: asyncio.Queue[str] = asyncio.Queue()
    async with httpx.AsyncClient() as client:
        workers = [asyncio.create_task(worker(queue, client)) for _ in range(4)]
        for user_id in user_ids:
            await queue.put(user_id)
        await queue.join()
