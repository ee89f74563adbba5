# case: kind=server level=self-assessed
# expects: CL101
import httpx

ADMIN = "https://admin.api.mitel.io/2017-09-01"


async def quiet(coroutine, fallback=None):
    try:
        reply = await coroutine
        reply.raise_for_status()
        return reply.json()
    except httpx.HTTPError:  # !CL101
        return fallback


async def users(client: httpx.AsyncClient, account_id):
    return await quiet(client.get(f"{ADMIN}/accounts/{account_id}/users"), [])
