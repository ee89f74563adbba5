import logging
from datetime import datetime

import requests

from hours import open_now

log = logging.getLogger(__name__)


def follow_the_clock(user_id: str, zone: str, headers: dict[str, str]) -> str:
    state = "Available" if open_now(zone) else "Offline"
    if datetime.now().hour == 12:
        state = "Lunch"
    resp = requests.put(
        f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}",
        json={"state": state},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    log.info("desk %s is %s", user_id, state)
    return state
