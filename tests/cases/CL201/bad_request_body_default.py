# case: kind=server
# expects: CL201
import httpx
from datetime import datetime
from pydantic import BaseModel, Field

class State(BaseModel):
    state: str
    since: datetime = Field(default_factory=datetime.now)  # !CL201

from fastapi import APIRouter
router = APIRouter()
@router.put("/x")
def write(state: State):
    httpx.put("https://presence.us.api.mitel.io/presentities/1", json=state.model_dump(mode="json")).raise_for_status()
