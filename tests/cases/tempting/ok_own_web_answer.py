# case: kind=server level=self-assessed
# expects:
import httpx
from fastapi import FastAPI, HTTPException

app = FastAPI()
rooms: dict[str, str] = {}


@app.get("/rooms/{name}")
async def room(name: str) -> dict:
    if name not in rooms:
        raise HTTPException(404, "no such room")
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"https://chat.us.api.mitel.io/2017-09-01/conversations/{rooms[name]}")
        answer.raise_for_status()
    return answer.json()
