# case: kind=server level=self-assessed
# expects:
"""Passes CloudLink's news on to customers, who may choose a webhook of ours."""
import httpx
from fastapi import FastAPI

app = FastAPI()
customers: dict[str, dict[str, str]] = {}


@app.put("/customers/{name}/subscriptions")
async def choose(name: str, address: str) -> dict:
    customers[name] = {"transport": "webhook", "address": address}
    return customers[name]


async def start() -> str:
    async with httpx.AsyncClient(base_url="https://notifications.api.mitel.io/2017-09-01") as http:
        answer = await http.post("/connections", json={"transport": "websocket"})
        answer.raise_for_status()
        return answer.json()["url"]


async def pass_on(event: dict) -> None:
    async with httpx.AsyncClient() as http:
        for customer in customers.values():
            if customer["transport"] == "webhook":
                answer = await http.post(customer["address"], json=event)
                answer.raise_for_status()
