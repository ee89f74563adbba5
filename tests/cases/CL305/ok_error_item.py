# case: kind=server level=self-assessed
# expects:
import os

import niquests

BASE = os.environ.get("CLOUDLINK_ADMIN", "https://admin.eu.api.mitel.io/2017-09-01")


async def change_name(session: niquests.AsyncSession, user_id: str, name: str) -> dict:
    answer = await session.put(BASE + f"/users/{user_id}", json={"name": name}, timeout=10)
    body = answer.json()
    if "error" in body:
        raise ValueError(f"user {user_id}: {body['error']}")
    return body
