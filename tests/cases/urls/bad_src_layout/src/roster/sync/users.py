import httpx

from .. import USERS_ROOT


async def rename(http: httpx.AsyncClient, user_id: str, name: str) -> None:
    await http.put(f"{USERS_ROOT}/users/{user_id}", json={"name": name})  # !CL305
