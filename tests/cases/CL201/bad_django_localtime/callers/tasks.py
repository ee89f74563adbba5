import logging

import requests
from django.utils.timezone import localtime

log = logging.getLogger(__name__)


def mark_read(conversation_id: str, headers: dict[str, str]) -> None:
    now = localtime()  # !CL201
    resp = requests.put(
        f"https://chat.eu.api.mitel.io/2017-09-01/conversations/{conversation_id}/read-marker",
        json={"readOn": now.isoformat()},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    log.info("conversation %s read", conversation_id)
