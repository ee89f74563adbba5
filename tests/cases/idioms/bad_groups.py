# case: kind=server level=self-assessed
# expects: CL101
import asyncio

import httpx


async def read(client, user):
    reply = await client.get(f"https://admin.api.mitel.io/2017-09-01/users/{user}")
    return reply.raise_for_status().json()


async def all_users(users):
    found = []
    async with httpx.AsyncClient() as client:
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(read(client, user)) for user in users]
        except* httpx.HTTPStatusError:  # !CL101
            return found
    return [t.result() for t in tasks]
