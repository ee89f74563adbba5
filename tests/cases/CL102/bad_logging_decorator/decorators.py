import functools
import inspect
import logging


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
            log.log(level, "%s(%s) failed", func.__name__, given, exc_info=exc)  # !CL102
            return None

    return call
