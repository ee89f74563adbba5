import asyncio


async def a_while(seconds: float = 4) -> None:
    await asyncio.sleep(seconds)
