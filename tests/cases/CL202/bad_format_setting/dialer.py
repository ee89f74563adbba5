import logging
from datetime import datetime, timezone

import requests

import settings

log = logging.getLogger("dialer")


def stamp(moment: datetime) -> str:
    return moment.strftime(settings.STAMP)  # !CL202


def dial(endpoint_id: str, number: str, headers: dict[str, str]) -> str:
    resp = requests.post(
        f"{settings.MEDIA}/endpoints/{endpoint_id}/calls", json={"to": number}, headers=headers, timeout=10
    )
    resp.raise_for_status()
    call_id = resp.json()["callId"]
    log.info("%s endpoint %s call %s", stamp(datetime.now(timezone.utc)), endpoint_id, call_id)
    return call_id
