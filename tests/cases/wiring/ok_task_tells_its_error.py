"""A task's done callback logs what failed."""
import asyncio
import logging

import httpx

logging.Formatter.converter = __import__("time").gmtime
logger = logging.getLogger(__name__)
API = "https://admin.api.mitel.io/2017-09-01"


async def rename(client: httpx.AsyncClient, user_id: str, name: str) -> None:
    response = await client.put(f"{API}/users/{user_id}", json={"name": name})
    response.raise_for_status()


def finished(task: asyncio.Task) -> None:
    error = task.exception()
    if isinstance(error, httpx.HTTPStatusError):
        response = error.response
        logger.error(
            "renaming failed: %s %s -> %s %s, x-mitel-correlation-id %s, request %s",
            error.request.method,
            error.request.url,
            response.status_code,
            response.text,
            response.headers.get("x-mitel-correlation-id"),
            response.headers.get("x-amzn-requestId"),
        )
    elif error is not None:
        logger.error("renaming failed", exc_info=error)


async def main(names: dict[str, str], token: str) -> None:
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as client:
        tasks = []
        for user_id, name in names.items():
            task = asyncio.create_task(rename(client, user_id, name))
            task.add_done_callback(finished)
            tasks.append(task)
        await asyncio.wait(tasks)
