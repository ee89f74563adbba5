import functools
import logging

import httpx

logger = logging.getLogger("cloudlink.calls")


def traced(operation):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            try:
                return await function(*args, **kwargs)
            except httpx.HTTPStatusError as error:
                response = error.response
                logger.error(
                    "%s failed",
                    operation,
                    extra={
                        "status": response.status_code,
                        "answer": response.text,
                        "correlation": response.headers.get("x-mitel-correlation-id"),
                        "request": response.headers.get("x-amzn-requestid"),
                        "url": str(response.url),
                    },
                )
                raise
            except httpx.RequestError as error:
                logger.error("%s failed: %r", operation, error)
                raise

        return wrapper

    return decorate
