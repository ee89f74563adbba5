# case: level=self-assessed
# expects: CL102 CL103
"""A task's done callback fetches the exception and drops it."""
import asyncio
import logging

import httpx

logger = logging.getLogger(__name__)
API = "https://admin.api.mitel.io/2017-09-01"


async def rename(client: httpx.AsyncClient, user_id: str, name: str) -> None:
    response = await client.put(f"{API}/users/{user_id}", json={"name": name})
    response.raise_for_status()  # !CL102 CL103


def finished(task: asyncio.Task) -> None:
    if task.exception():
        logger.warning("renaming failed")


async def main(names: dict[str, str], token: str) -> None:
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as client:
        for user_id, name in names.items():
            task = asyncio.create_task(rename(client, user_id, name))
            task.add_done_callback(finished)
        await asyncio.sleep(60)
