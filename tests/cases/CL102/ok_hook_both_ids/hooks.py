import logging

import httpx

log = logging.getLogger("cloudlink.http")

CORRELATION_HEADER = "x-mitel-correlation-id"
AMAZON_HEADER = "x-amzn-requestid"


async def report(response: httpx.Response) -> None:
    if response.is_success:
        return
    await response.aread()
    log.error(
        f"{response.request.method} {response.url} -> {response.status_code}: {response.text}"
        f" [{response.headers.get(CORRELATION_HEADER)} {response.headers.get(AMAZON_HEADER)}]"
    )
    response.raise_for_status()
