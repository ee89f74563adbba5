# case: kind=server

import httpx
from datetime import datetime, timezone
from pydantic import BaseModel, Field

class State(BaseModel):
    state: str
    since: datetime = Field(default_factory=lambda: datetime.now(timezone.utc))  

from fastapi import APIRouter
router = APIRouter()
@router.put("/x")
def write(state: State):
    httpx.put("https://presence.us.api.mitel.io/presentities/1", json=state.model_dump(mode="json")).raise_for_status()
