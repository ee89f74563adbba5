# case: kind=server level=self-assessed
# expects: CL101
import asyncio

import httpx


async def post(client, conversation_id, text):
    reply = await client.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages", json={"body": text}
    )
    reply.raise_for_status()


async def broadcast(conversation_ids, text):
    async with httpx.AsyncClient() as client:
        try:
            async with asyncio.TaskGroup() as group:
                for one in conversation_ids:
                    group.create_task(post(client, one, text))
        except* httpx.HTTPError:  # !CL101
            pass
