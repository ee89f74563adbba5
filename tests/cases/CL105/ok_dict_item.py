# case: kind=server level=self-assessed
# expects:
import httpx
import structlog

log = structlog.get_logger("supervisor")
MEDIA = "https://media.eu.api.mitel.io/2017-09-01"


async def end_idle_calls(client: httpx.AsyncClient, endpoint_id: str, calls: list[dict]) -> int:
    ended = 0
    for call in calls:
        if call["state"] != "Idle":
            continue
        call_log = log.bind(call=call["id"], endpoint_id=endpoint_id)
        answer = await client.delete(f"{MEDIA}/calls/{call['id']}")
        if answer.is_success:
            ended += 1
            continue
        call_log.error(
            "call_not_ended",
            status=answer.status_code,
            body=answer.text,
            correlation_id=answer.headers.get("x-mitel-correlation-id"),
            request_id=answer.headers.get("x-amzn-requestid"),
        )
    return ended
