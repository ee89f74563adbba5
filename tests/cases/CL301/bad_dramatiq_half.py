# case: kind=server level=self-assessed
# expects: CL301
import dramatiq
import requests


# a result above max_backoff is cut to half of it at the least: 1.5 s
@dramatiq.actor(max_retries=3, min_backoff=2000, max_backoff=3000, throws=(requests.HTTPError,))  # !CL301
def greet(conversation_id: str, headers: dict[str, str]) -> None:
    resp = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": "Hello"},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
