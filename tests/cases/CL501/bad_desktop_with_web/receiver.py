"""Runs a small web server on the desktop to be called back."""
from fastapi import FastAPI

app = FastAPI()
events: list[dict] = []


@app.post("/hook")
async def hook(event: dict) -> dict:
    events.append(event)
    return {}
