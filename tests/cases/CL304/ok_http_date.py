# case: kind=server level=self-assessed
# expects:
import time
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

import requests

LEAST = 2.0


def _seconds(value: str | None, fallback: float) -> float:
    if not value:
        return fallback
    if value.isdigit():
        return max(LEAST, float(value))
    left = parsedate_to_datetime(value) - datetime.now(timezone.utc)
    return max(LEAST, left.total_seconds())


def hold(call_id: str, headers: dict[str, str]) -> None:
    url = f"https://media.api.mitel.io/2017-09-01/calls/{call_id}"
    for attempt in range(1, 5):
        resp = requests.put(url, json={"action": "hold"}, headers=headers, timeout=10)
        if resp.status_code not in (408, 429, 503, 504) or attempt == 4:
            break
        time.sleep(_seconds(resp.headers.get("Retry-After"), 2.0 * attempt))
    resp.raise_for_status()
