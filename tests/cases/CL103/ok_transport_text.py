# case: kind=server level=self-assessed
# expects:
import logging

import httpx
from fastapi import APIRouter

router = APIRouter()
log = logging.getLogger("presence")
http = httpx.AsyncClient(base_url="https://presence.eu.api.mitel.io/2017-09-01")


@router.get("/presence/{user_id}")
async def presence(user_id: str) -> dict:
    try:
        answer = await http.get(f"/presentities/{user_id}")
    except httpx.TransportError as exc:
        log.error("presence service out of reach (%s), user %s shown as offline", exc, user_id)
        return {"state": "Offline"}
    answer.raise_for_status()
    return answer.json()
