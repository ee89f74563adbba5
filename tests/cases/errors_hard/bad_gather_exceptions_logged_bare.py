# case: kind=server level=self-assessed
# expects: CL305
import asyncio

import httpx


async def notify(client: httpx.AsyncClient, conversation_ids, text):
    calls = [
        client.post(f"https://chat.api.mitel.io/2017-09-01/conversations/{c}/messages", json={"body": text})  # !CL305
        for c in conversation_ids
    ]
    await asyncio.gather(*calls)
