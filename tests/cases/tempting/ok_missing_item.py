# case: kind=server level=self-assessed
# expects:
import httpx


async def extension(client: httpx.AsyncClient, user_id: str) -> str | None:
    answer = await client.get(f"https://admin.us.api.mitel.io/2017-09-01/users/{user_id}")
    user = answer.raise_for_status().json()
    try:
        return user["sipDetails"]["extension"]
    except (KeyError, TypeError):
        return None
