# case: kind=server level=self-assessed
# expects:
import httpx
from fastapi import APIRouter, Depends, HTTPException, status

router = APIRouter(prefix="/accounts")


async def cloudlink() -> httpx.AsyncClient:
    async with httpx.AsyncClient(base_url="https://admin.us.api.mitel.io/2017-09-01") as client:
        yield client


@router.get("/{account_id}/sites")
async def sites(account_id: str, client: httpx.AsyncClient = Depends(cloudlink)) -> list[dict]:
    try:
        answer = await client.get(f"accounts/{account_id}/sites")
        answer.raise_for_status()
    except httpx.HTTPStatusError as exc:
        raise HTTPException(status.HTTP_502_BAD_GATEWAY, detail=str(exc)) from exc
    return answer.json()["_embedded"]["items"]
