# expects: CL105
import asyncio
import logging

import httpx

log = logging.getLogger(__name__)


async def hold(client, call_id):
    reply = await client.put(f"https://media.api.mitel.io/2017-09-01/calls/{call_id}", json={"state": "held"})
    if reply.is_error:
        log.error("not held: %s %s %s", reply.status_code, reply.text, reply.headers)  # !CL105


async def main():
    async with httpx.AsyncClient() as client:
        await asyncio.gather(*(hold(client, ident) for ident in ("c1", "c2")))
