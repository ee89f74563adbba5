import asyncio
import logging.config
from datetime import datetime
import httpx
import pandas as pd
from api import ApiError, request
from settings import settings

log = logging.getLogger("batch.main")

async def state(client, user):
    try:
        return await request(client, "GET", "presence", f"/presentities/{user}")
    except ApiError as e:
        log.warning("presence of %s: %s", user, e, extra=e.ids)
        return {}

async def ring(client, call_id):
    try:
        await request(client, "PUT", "media", f"/calls/{call_id}", json={"state": "ringing"})
    except ApiError as e:
        log.error("ring failed: %s %s", e, e.ids)  # !CL105

async def drop(client, call_id):
    try:
        await request(client, "DELETE", "media", f"/calls/{call_id}")
    except ApiError:  # !CL101
        pass

async def run(users):
    async with httpx.AsyncClient(timeout=20) as client:
        rows = await asyncio.gather(*(state(client, u) for u in users))
        await client.post("https://example.org/hook", json={"n": len(rows)})
    frame = pd.DataFrame(rows)
    frame["seen"] = datetime.now().isoformat()  # !CL201
    frame.to_csv("out.csv")

def main():
    logging.config.dictConfig(settings()["logging"])  # !CL203
    asyncio.run(run(["a", "b"]))

if __name__ == "__main__":
    main()
