# case: kind=server level=self-assessed
# expects:
import requests

CHAT = "https://chat.us.api.mitel.io/2017-09-01"


def ensure_member(session: requests.Session, conversation_id: str, user_id: str) -> bool:
    """Whether the user had to be added."""
    answer = session.post(
        f"{CHAT}/conversations/{conversation_id}/participants", json={"participantId": user_id}, timeout=10
    )
    if answer.status_code == 409:
        return False
    answer.raise_for_status()
    return True
