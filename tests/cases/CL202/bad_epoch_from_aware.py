# case: kind=server level=self-assessed
# expects: CL202
from datetime import datetime, timedelta, timezone

import requests


def snooze(user_id: str, minutes: int, headers: dict[str, str]) -> None:
    until = datetime.now(timezone.utc) + timedelta(minutes=minutes)
    resp = requests.put(
        f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}",
        json={"state": "DoNotDisturb", "expiresAt": until.timestamp()},  # !CL202
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
