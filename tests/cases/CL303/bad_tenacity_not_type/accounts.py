import httpx
import tenacity

from policy import POLICY


@tenacity.retry(**POLICY)  # !CL304
async def account(client: httpx.AsyncClient, account_id: str) -> dict:
    resp = await client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
    resp.raise_for_status()
    return resp.json()
