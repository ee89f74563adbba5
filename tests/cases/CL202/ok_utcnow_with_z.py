# case: kind=server level=self-assessed
# expects:
import logging
from datetime import datetime

import requests

log = logging.getLogger(__name__)


def hello(endpoint_id: str, headers: dict[str, str]) -> None:
    now = datetime.utcnow()
    resp = requests.put(
        f"https://media.api.mitel.io/2017-09-01/endpoints/{endpoint_id}",
        json={"registeredOn": now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    log.info("endpoint %s registered at %sZ", endpoint_id, now.isoformat())
