# case: kind=server level=self-assessed
# expects: CL105
import logging

import requests

log = logging.getLogger(__name__)


def record(session: requests.Session, call_id: str, user_id: str) -> bool:
    try:
        answer = session.post(f"https://media.api.mitel.io/2017-09-01/calls/{call_id}/recording", timeout=10)
        answer.raise_for_status()
    except requests.HTTPError as exc:
        failed = exc.response
        log.error("no recording for %s: %s %s; %s", user_id, failed.status_code, failed.text, failed.headers)  # !CL105
        return False
    return True
