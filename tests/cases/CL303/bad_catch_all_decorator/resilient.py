import asyncio
import functools


def resilient(tries: int):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for left in reversed(range(tries)):  # !CL304
                try:
                    return await function(*args, **kwargs)
                except Exception:  # !CL303
                    if left == 0:
                        raise
                    await asyncio.sleep(3)

        return wrapper

    return decorate
