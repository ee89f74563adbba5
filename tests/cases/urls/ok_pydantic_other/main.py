import httpx
from fastapi import FastAPI

from config import config

app = FastAPI()


@app.get("/customers/{number}")
async def customer(number: str) -> dict:
    async with httpx.AsyncClient() as http:
        return (await http.get(f"{config.crm_url}/customers/{number}")).json()


@app.get("/users/{user_id}")
async def user(user_id: str) -> dict:
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"{config.admin_url}/users/{user_id}")
        answer.raise_for_status()
        return answer.json()
