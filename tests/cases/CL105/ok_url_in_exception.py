# case: kind=server level=self-assessed
# expects:
import logging

import requests

log = logging.getLogger(__name__)


def record(session: requests.Session, call_id: str) -> bool:
    """The text of the error holds the address, and so the call."""
    try:
        answer = session.post(f"https://media.api.mitel.io/2017-09-01/calls/{call_id}/recording", timeout=10)
        answer.raise_for_status()
    except requests.HTTPError as exc:
        log.error("recording refused: %s; %s", exc, exc.response.headers)
        return False
    return True
