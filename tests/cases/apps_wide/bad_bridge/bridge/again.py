import asyncio

from .session import Problem


async def stubborn(make, attempts=4):
    for left in reversed(range(attempts)):  # !CL303 !CL304
        try:
            return await make()
        except Problem:
            if not left:
                raise
            await asyncio.sleep(5)
