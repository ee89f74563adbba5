import httpx

from .. import PAYROLL, USERS_ROOT


async def rename(http: httpx.AsyncClient, user_id: str) -> None:
    person = (await http.get(f"{PAYROLL}/people/{user_id}")).json()
    answer = await http.put(f"{USERS_ROOT}/users/{user_id}", json={"name": person["name"]})
    answer.raise_for_status()
