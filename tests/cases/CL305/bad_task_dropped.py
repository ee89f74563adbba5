# case: kind=server level=self-assessed
# expects: CL305
import asyncio

import httpx
from fastapi import FastAPI

app = FastAPI()
client = httpx.AsyncClient(base_url="https://chat.us.api.mitel.io/2017-09-01")
running: set[asyncio.Task] = set()


@app.post("/rooms/{room_id}/typing")
async def typing(room_id: str) -> dict:
    task = asyncio.create_task(
        client.put(f"/conversations/{room_id}/typing", json={"typing": True})  # !CL305
    )
    running.add(task)
    task.add_done_callback(running.discard)
    return {"accepted": True}
