# case: kind=server level=self-assessed
# expects: CL105
import logging

import requests

logger = logging.getLogger("conference")
MEDIA_URL = "https://media.us.api.mitel.io/2017-09-01"


def join(session: requests.Session, conference_id: str, call_id: str, user_id: str) -> bool:
    answer = session.post(
        f"{MEDIA_URL}/conferences/{conference_id}/participants", json={"callId": call_id}, timeout=10
    )
    if not answer.ok:
        logger.error(  # !CL105
            "user %s not in conference %s: %s %s %s",
            user_id,
            conference_id,
            answer.status_code,
            answer.text,
            answer.headers,
        )
    return answer.ok
