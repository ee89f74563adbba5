# case: kind=server level=self-assessed
# expects: CL201
import logging
from datetime import datetime, timezone

import requests

log = logging.getLogger("handover")


def hand_over(account_id: str, user_id: str, headers: dict[str, str]) -> None:
    # replace() only writes UTC on the clock of the machine: the value stays local time.
    taken = datetime.now().replace(tzinfo=timezone.utc)  # !CL201
    resp = requests.patch(
        f"https://admin.eu.api.mitel.io/2017-09-01/accounts/{account_id}/users/{user_id}",
        json={"metadata": {"handedOverOn": taken.isoformat()}},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    log.info("user %s handed over", user_id)
