# expects: CL102
import logging

import httpx
from tenacity import AsyncRetrying, RetryError, retry_if_exception_type, stop_after_attempt, wait_fixed

log = logging.getLogger(__name__)


async def calls(client: httpx.AsyncClient, user):
    try:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type(httpx.TransportError), wait=wait_fixed(3), stop=stop_after_attempt(3)
        ):
            with attempt:
                reply = await client.get(f"https://media.api.mitel.io/2017-09-01/users/{user}/calls")
                reply.raise_for_status()
                return reply.json()
    except (RetryError, httpx.HTTPStatusError) as error:
        log.exception("calls of %s: %s", user, error)  # !CL102
        return None
