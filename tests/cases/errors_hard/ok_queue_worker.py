# case: kind=server level=self-assessed
# expects:
import asyncio
import logging

import httpx

log = logging.getLogger(__name__)


async def worker(queue: asyncio.Queue, client: httpx.AsyncClient) -> None:
    while True:
        user_id = await queue.get()
        try:
            reply = await client.get(f"https://admin.api.mitel.io/2017-09-01/users/{user_id}")
            if reply.is_error:
                log.error("user %s: %s %s %s", user_id, reply.status_code, reply.text, reply.headers)
                continue
            log.info("user %s read", user_id)
        except httpx.RequestError as error:
            log.error("user %s: %s", user_id, error)
        finally:
            queue.task_done()


async def run(user_ids: list[str]) -> None:
    queue: asyncio.Queue[str] = asyncio.Queue()
    for user_id in user_ids:
        queue.put_nowait(user_id)
    async with httpx.AsyncClient() as client:
        workers = [asyncio.create_task(worker(queue, client)) for _ in range(4)]
        await queue.join()
        for task in workers:
            task.cancel()
