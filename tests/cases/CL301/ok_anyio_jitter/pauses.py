import random

import anyio


async def pause(attempt: int) -> None:
    await anyio.sleep(2 + random.uniform(0, 4) * attempt)
