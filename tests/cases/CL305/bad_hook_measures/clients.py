import logging
import time

import httpx

log = logging.getLogger("timing")


async def started(request: httpx.Request) -> None:
    request.extensions["started"] = time.perf_counter()


async def ended(response: httpx.Response) -> None:
    spent = time.perf_counter() - response.request.extensions["started"]
    log.debug("%s took %.3f s", response.request.url, spent)


def cloudlink(token: str, service: str = "chat") -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=f"https://{service}.us.api.mitel.io/2017-09-01",
        headers={"Authorization": f"Bearer {token}"},
        event_hooks={"request": [started], "response": [ended]},
    )
