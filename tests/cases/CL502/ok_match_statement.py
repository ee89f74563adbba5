# case: kind=server level=self-assessed
# expects:
import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse


def transport_for(plan: str) -> dict[str, str]:
    match plan:
        case "webhook":
            raise ValueError("webhooks are not offered")
        case "cloud":
            return {"transport": "websocket", "deviceId": "cloud-1"}
        case _:
            return {"transport": "websocket", "deviceId": "edge-1"}


async def subscribe(request: Request) -> JSONResponse:
    wish = transport_for(request.path_params["plan"])
    async with httpx.AsyncClient(base_url="https://notifications.api.mitel.io/2017-09-01/") as http:
        answer = await http.post("subscriptions", json={"topic": "platform-api-admin", **wish})
        answer.raise_for_status()
    return JSONResponse(answer.json())
