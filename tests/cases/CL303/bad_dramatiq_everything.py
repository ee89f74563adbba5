# case: kind=server level=self-assessed
# expects: CL303 CL304
import dramatiq
import requests


@dramatiq.actor(max_retries=3, min_backoff=5000)  # !CL303 CL304
def leave(conversation_id: str, user_id: str, headers: dict[str, str]) -> None:
    resp = requests.delete(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants/{user_id}",
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
