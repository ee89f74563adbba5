# expects: CL102
import logging

import httpx
from blinker import signal

log = logging.getLogger(__name__)
api_failed = signal("api-failed")


@api_failed.connect
def record(sender, error=None, **extra):
    log.error("%s failed: %s", sender, error)  # !CL102


def users(client: httpx.Client):
    try:
        resp = client.get("https://admin.api.mitel.io/2017-09-01/users")
        resp.raise_for_status()
    except httpx.HTTPStatusError as exc:
        api_failed.send("users", error=exc)
        return None
    return resp.json()
