import asyncio
import logging

import aiohttp

from .transport import Transport

log = logging.getLogger(__name__)


async def relay(queue: asyncio.Queue, transport: Transport) -> None:
    while True:
        conversation, text = await queue.get()
        try:
            await transport.post(f"/conversations/{conversation}/messages", {"body": text})
        except aiohttp.ClientResponseError as exc:  # !CL101
            log.info("message to %s refused: %s", conversation, exc)
        finally:
            queue.task_done()


async def main() -> None:
    queue: asyncio.Queue = asyncio.Queue()
    async with aiohttp.ClientSession() as session:
        async with asyncio.TaskGroup() as group:
            group.create_task(relay(queue, Transport(session)))
