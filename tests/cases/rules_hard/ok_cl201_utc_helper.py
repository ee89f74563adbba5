# case: kind=server level=self-assessed
# expects:
import json
import logging
from datetime import datetime, timezone

log = logging.getLogger("audit")
SERVICE = "https://admin.api.mitel.io/2017-09-01"


def now():
    return datetime.now(tz=timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def audit(user, action):
    log.info(json.dumps({"user": user, "action": action, "at": now()}))
