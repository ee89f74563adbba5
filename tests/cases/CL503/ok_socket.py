# case: kind=server level=self-assessed
# expects:
import json

import httpx
import websockets


async def events(http: httpx.AsyncClient):
    answer = await http.post(
        "https://notifications.api.mitel.io/2017-09-01/connections", json={"transport": "websocket"}
    )
    answer.raise_for_status()
    async with websockets.connect(answer.json()["url"]) as socket:
        while True:
            yield json.loads(await socket.recv())
