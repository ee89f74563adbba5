"""Who is on duty."""
from __future__ import annotations

import aiohttp

from .config import config
from .gateway import send
from .grants import service_token


async def users(account_id: str) -> list[dict]:
    found = await send("GET", "admin", f"/accounts/{account_id}/users", token=await service_token())
    return found["_embedded"]["items"]


async def shifts(user_id: str) -> list[dict]:
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{config().payroll}/shifts/{user_id}") as reply:
            return await reply.json()


async def mark(user_id: str, state: str) -> None:
    await send("PUT", "presence", f"/presentities/{user_id}", token=await service_token(), state=state)
