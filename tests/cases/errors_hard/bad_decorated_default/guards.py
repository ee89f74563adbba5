import functools

import httpx


def falling_back_to(value):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            try:
                return await function(*args, **kwargs)
            except httpx.HTTPError:  # !CL101
                return value

        return wrapper

    return decorate
