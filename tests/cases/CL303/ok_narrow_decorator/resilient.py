import asyncio
import functools


def resilient(tries: int, errors: tuple[type[Exception], ...]):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for left in reversed(range(tries)):
                try:
                    return await function(*args, **kwargs)
                except errors:
                    if left == 0:
                        raise
                    await asyncio.sleep(3)

        return wrapper

    return decorate
