# case: kind=server level=self-assessed
# expects:
import structlog
from fastapi import FastAPI
from httpx import AsyncClient
from structlog.contextvars import bind_contextvars

structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.JSONRenderer(),
    ]
)
log = structlog.get_logger()
app = FastAPI()
media = AsyncClient(base_url="https://media.us.api.mitel.io/2017-09-01")


@app.post("/endpoints/{endpoint_id}/calls/{call_id}/mute")
async def mute(endpoint_id: str, call_id: str) -> dict:
    bind_contextvars(call_id=call_id, endpoint_id=endpoint_id)
    answer = await media.put(f"endpoints/{endpoint_id}/calls/{call_id}", json={"action": "mute"})
    if answer.is_error:
        log.error("mute_refused", status=answer.status_code, body=answer.text, headers=dict(answer.headers))
        return {"muted": False}
    return {"muted": True}
