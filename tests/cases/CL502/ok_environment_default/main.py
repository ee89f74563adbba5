import os

import httpx
from fastapi import FastAPI

from config import REGION, TRANSPORT

app = FastAPI()
NOTIFICATIONS = f"https://notifications.{REGION}.api.mitel.io/2017-09-01"


@app.post("/follow/{user_id}")
async def follow(user_id: str) -> dict:
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {os.environ['TOKEN']}"}) as http:
        answer = await http.post(
            f"{NOTIFICATIONS}/subscriptions",
            json={"transport": TRANSPORT, "topic": "platform-api-presence", "subjectFilter": user_id},
        )
        answer.raise_for_status()
    return {"id": answer.json()["subscriptionId"]}
