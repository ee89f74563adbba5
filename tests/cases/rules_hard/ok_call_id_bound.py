# case: kind=server level=self-assessed
# expects:
import httpx
import structlog

log = structlog.get_logger()
MEDIA = "https://media.api.mitel.io/2017-09-01"


async def transfer(client: httpx.AsyncClient, call_id: str, target: str):
    bound = log.bind(call=call_id, target=target)
    reply = await client.post(f"{MEDIA}/calls/{call_id}/transfer", json={"to": target})
    if reply.is_error:
        bound.error("transfer failed", status=reply.status_code, body=reply.text, headers=dict(reply.headers))
        return False
    return True
