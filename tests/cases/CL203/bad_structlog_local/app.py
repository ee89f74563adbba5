import httpx
import structlog

import logs

logs.configure(json=True)
log = structlog.get_logger("app")


async def unlock(client: httpx.AsyncClient, user_id: str) -> None:
    resp = await client.put(f"https://admin.api.mitel.io/2017-09-01/users/{user_id}", json={"locked": False})
    resp.raise_for_status()
    await log.ainfo("unlocked", user=user_id)
