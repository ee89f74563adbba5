# case: kind=server level=self-assessed
# expects: CL101
import asyncio

import httpx

PRESENCE = "https://presence.eu.api.mitel.io/2017-09-01"


async def _set_away(client: httpx.AsyncClient, user_id: str) -> None:
    answer = await client.put(f"{PRESENCE}/users/{user_id}/presences/shift", json={"state": "Away"})
    answer.raise_for_status()


async def end_shift(client: httpx.AsyncClient, user_ids: list[str]) -> bool:
    ended = True
    try:
        async with asyncio.TaskGroup() as group:
            for user_id in user_ids:
                group.create_task(_set_away(client, user_id))
    except* httpx.HTTPStatusError:  # !CL101
        ended = False
    return ended
