# case: kind=server level=self-assessed
# expects: CL301
import requests
import tenacity


@tenacity.retry(  # !CL301
    stop=tenacity.stop_after_attempt(3),
    retry=tenacity.retry_if_exception_type((requests.ConnectionError, requests.Timeout)),
)
def conversation(conversation_id: str, headers: dict[str, str]) -> dict:
    resp = requests.get(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()
