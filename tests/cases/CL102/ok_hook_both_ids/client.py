from functools import partial

import httpx

from hooks import report

connect = partial(httpx.AsyncClient, event_hooks={"response": [report]}, timeout=10)


async def list_sites(account_id: str, token: str) -> list[dict]:
    headers = {"Authorization": f"Bearer {token}"}
    async with connect(base_url="https://admin.eu.api.mitel.io/2017-09-01", headers=headers) as client:
        answer = await client.get(f"/accounts/{account_id}/sites")
        return answer.json()["_embedded"]["items"]
