# case: kind=server level=self-assessed
# expects: CL502
import aiohttp
from aiohttp import web

BASE = "https://notifications.api.mitel.io/2017-09-01"


async def subscribe(session: aiohttp.ClientSession, topic: str, subject: str) -> str:
    body = {"applicationId": "gate", "deviceId": "gate-1", "topic": topic, "subjectFilter": subject}
    if topic == "platform-api-media":
        body["transport"] = "webhook"  # !CL502
        body["deviceId"] = "https://gate.example.com/hook"
    else:
        body["transport"] = "websocket"
    async with session.post(f"{BASE}/subscriptions", json=body, raise_for_status=True) as reply:
        return (await reply.json())["subscriptionId"]


async def hook(request: web.Request) -> web.Response:
    request.app["events"].append(await request.json())
    return web.Response()
