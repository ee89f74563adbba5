# case: kind=server level=self-assessed
# expects: CL105
import httpx
import structlog

log = structlog.get_logger("supervisor")
MEDIA = "https://media.eu.api.mitel.io/2017-09-01"


async def end_idle_calls(client: httpx.AsyncClient, endpoint_id: str, calls: list[dict]) -> int:
    ended = 0
    for call in calls:
        if call["state"] != "Idle":
            continue
        answer = await client.delete(f"{MEDIA}/calls/{call['id']}")
        if answer.is_success:
            ended += 1
            continue
        log.error(  # !CL105
            "call_not_ended",
            endpoint_id=endpoint_id,
            state=call["state"],
            status=answer.status_code,
            body=answer.text,
            correlation_id=answer.headers.get("x-mitel-correlation-id"),
            request_id=answer.headers.get("x-amzn-requestid"),
        )
    return ended
