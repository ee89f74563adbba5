"""asyncio.wait: the tasks that are done are asked for their exception."""
import asyncio
import logging
import time

import httpx

logging.Formatter.converter = time.gmtime
log = logging.getLogger("sync")
API = "https://admin.api.mitel.io/2017-09-01"


async def fetch(client: httpx.AsyncClient, account: str) -> dict:
    answer = await client.get(f"{API}/accounts/{account}")
    answer.raise_for_status()
    return answer.json()


async def main(token: str, accounts: list[str]) -> list[dict]:
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as client:
        tasks = [asyncio.create_task(fetch(client, account)) for account in accounts]
        done, _ = await asyncio.wait(tasks)
        found = []
        for task in done:
            if (error := task.exception()) is not None:
                if isinstance(error, httpx.HTTPStatusError):
                    log.error(
                        "%s %s: %s %s %s %s",
                        error.request.method, error.request.url, error.response.status_code,
                        error.response.text,
                        error.response.headers.get("x-mitel-correlation-id"),
                        error.response.headers.get("x-amzn-requestId"),
                    )
                else:
                    log.error("fetching failed", exc_info=error)
            else:
                found.append(task.result())
        return found
