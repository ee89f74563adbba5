"""Being told of presence."""
from __future__ import annotations

from .config import config
from .gateway import send
from .grants import service_token


async def _subscribe(**wish: str) -> str:
    made = await send("POST", "notifications", "/subscriptions", token=await service_token(), **wish)
    return made["subscriptionId"]


async def follow(user_id: str) -> str:
    return await _subscribe(
        topic="platform-api-presence",
        subjectFilter=user_id,
        applicationId="roster",
        transport="webhook",  # !CL502
        deviceId=config().public_url + "/hook",
    )
