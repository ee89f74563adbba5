# case: kind=server level=self-assessed
# expects: CL303 CL304
import requests
from retrying import retry


@retry(stop_max_attempt_number=3, wait_fixed=4000)  # !CL303 CL304
def participants(conversation_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants",
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
