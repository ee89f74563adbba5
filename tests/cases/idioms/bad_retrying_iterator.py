# case: kind=server level=self-assessed
# expects: CL303 CL304 CL102
import logging

import requests
from tenacity import RetryError, Retrying, stop_after_attempt, wait_fixed

log = logging.getLogger(__name__)
ADMIN = "https://admin.api.mitel.io/2017-09-01"


def list_users(token):
    try:
        for attempt in Retrying(
            stop=stop_after_attempt(4), wait=wait_fixed(5), reraise=True
        ):  # !CL303 !CL304
            with attempt:
                reply = requests.get(
                    f"{ADMIN}/users", headers={"Authorization": f"Bearer {token}"}, timeout=10
                )
                reply.raise_for_status()
    except requests.HTTPError as error:
        log.error("listing users failed: %s", error)  # !CL102
        raise SystemExit(3)
    return reply.json()
