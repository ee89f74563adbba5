import asyncio
import itertools

from api import messages


async def run(conversation_id: str, queue: asyncio.Queue) -> None:
    last = 0
    for _ in itertools.count():  # !CL503
        found = await messages(conversation_id)
        for message in found[last:]:
            await queue.put(message)
        last = len(found)
        await asyncio.sleep(15)
