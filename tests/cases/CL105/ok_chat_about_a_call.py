# case: kind=server level=self-assessed
# expects:
import logging

import requests

logger = logging.getLogger("callnotes")
CHAT_URL = "https://chat.us.api.mitel.io/2017-09-01"


def post_note(session: requests.Session, conversation_id: str, call_id: str, note: str) -> bool:
    """The note about a call goes to the conversation of the team."""
    answer = session.post(
        f"{CHAT_URL}/conversations/{conversation_id}/messages",
        json={"content": f"Call {call_id}: {note}"},
        timeout=10,
    )
    if not answer.ok:
        logger.error(
            "conversation %s: %s %s %s", conversation_id, answer.status_code, answer.text, answer.headers
        )
    return answer.ok
