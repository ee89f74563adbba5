# case: kind=server level=self-assessed
# expects:
import asyncio

import httpx
import websockets


async def address(client: httpx.AsyncClient) -> str:
    resp = await client.post(
        "https://notifications.api.mitel.io/2017-09-01/connections", json={"transport": "websocket"}
    )
    resp.raise_for_status()
    return resp.json()["url"]


async def listen(client: httpx.AsyncClient, received: asyncio.Queue[str]) -> None:
    url = await address(client)
    while True:
        try:
            async with websockets.connect(url) as socket:
                async for message in socket:
                    await received.put(message)
        except websockets.ConnectionClosed:
            await asyncio.sleep(1)
