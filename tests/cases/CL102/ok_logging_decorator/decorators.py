import functools
import inspect
import logging

import httpx


def trace(exc):
    match exc:
        case httpx.HTTPStatusError():
            return dict(exc.response.headers)
        case _:
            return {}


def logged(func=None, *, level=logging.ERROR):
    if func is None:
        return functools.partial(logged, level=level)
    log = logging.getLogger(func.__module__)
    names = list(inspect.signature(func).parameters)

    @functools.wraps(func)
    async def call(*args, **kwargs):
        try:
            return await func(*args, **kwargs)
        except Exception as exc:
            given = dict(zip(names, args)) | kwargs
            log.log(level, "%s(%s) failed: %s", func.__name__, given, trace(exc), exc_info=exc)
            return None

    return call
