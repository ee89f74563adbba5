# case: kind=server level=self-assessed
# expects:
import dramatiq
import requests


@dramatiq.actor(max_retries=3, min_backoff=2000, max_backoff=60_000, throws=(requests.HTTPError,))
def greet(conversation_id: str, headers: dict[str, str]) -> None:
    # 2, 4, 8 s and more with the jitter
    resp = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": "Hello"},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
