# case: kind=server level=self-assessed
# expects: CL101
import asyncio

import aiohttp

MEDIA = "https://media.api.mitel.io/2017-09-01"


async def recordings(http, call_id):
    async with http.get(f"{MEDIA}/calls/{call_id}/recordings") as reply:
        reply.raise_for_status()
        return await reply.json()


async def dashboard(token, call_id, render):
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"}) as http:
        task = asyncio.create_task(recordings(http, call_id))
        await render("loading")
        try:
            items = await task
        except aiohttp.ClientError:  # !CL101
            items = []
        await render(items)
