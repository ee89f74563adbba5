import logging

import httpx
from tenacity import RetryError, retry, retry_if_exception_type, stop_after_attempt, wait_fixed

log = logging.getLogger(__name__)


@retry(retry=retry_if_exception_type(httpx.TransportError), wait=wait_fixed(3), stop=stop_after_attempt(3))
def calls(client: httpx.Client, user):
    reply = client.get(f"https://media.api.mitel.io/2017-09-01/users/{user}/calls")
    if reply.is_error:
        log.error("calls of %s: %s %s %s", user, reply.status_code, reply.text, reply.headers)
        return None
    return reply.json()


def show(client, user):
    try:
        return calls(client, user)
    except RetryError as error:
        log.error("calls of %s: %s", user, error.last_attempt.exception())
        return None
