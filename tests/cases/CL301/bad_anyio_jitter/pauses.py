import random

import anyio


async def pause(attempt: int) -> None:
    await anyio.sleep(random.uniform(1, 4) * attempt)  # !CL301
