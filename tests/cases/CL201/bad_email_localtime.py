# case: kind=server level=self-assessed
# expects: CL201
import email.utils
import logging

import requests

log = logging.getLogger(__name__)


def note_departure(user_id: str, headers: dict[str, str]) -> None:
    gone = email.utils.localtime()  # !CL201
    resp = requests.put(
        f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}",
        json={"state": "Away", "lastSeen": gone.isoformat()},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    log.info("user %s has left", user_id)
