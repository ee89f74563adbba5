# case: kind=server level=self-assessed
# expects: CL102
import asyncio
import logging

import httpx

logger = logging.getLogger(__name__)


async def member(client, account_id, user_id):
    reply = await client.get(f"/accounts/{account_id}/users/{user_id}")
    reply.raise_for_status()
    return reply.json()


async def members(token, account_id, user_ids):
    async with httpx.AsyncClient(
        base_url="https://admin.api.mitel.io/2017-09-01", headers={"Authorization": f"Bearer {token}"}
    ) as client:
        tasks = [asyncio.create_task(member(client, account_id, u)) for u in user_ids]
        try:
            return await asyncio.gather(*tasks)
        except httpx.HTTPStatusError as exc:
            logger.error("members of %s: %s", account_id, exc)  # !CL102
            raise SystemExit(1) from exc
