# case: kind=server level=self-assessed
# expects:
import httpx
import structlog

log = structlog.get_logger(__name__)


def mute(client: httpx.Client, conference_id: str, user_id: str) -> bool:
    try:
        client.put(
            f"https://media.api.mitel.io/2017-09-01/conferences/{conference_id}/participants/{user_id}",
            json={"muted": True},
        ).raise_for_status()
    except httpx.HTTPStatusError as exc:
        log.error("mute_failed", user_id=user_id, error=str(exc), headers=dict(exc.response.headers))
        return False
    return True
