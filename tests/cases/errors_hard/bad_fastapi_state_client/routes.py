from fastapi import APIRouter, Request

router = APIRouter()


@router.get("/accounts/{account_id}/groups")
async def groups(account_id: str, request: Request):
    reply = await request.app.state.cloudlink.get(f"/accounts/{account_id}/groups")  # !CL305
    return reply.json()
