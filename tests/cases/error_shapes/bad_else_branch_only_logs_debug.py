# case: kind=server level=self-assessed
# expects: CL101
import logging

import requests

log = logging.getLogger(__name__)


def remove(account_id, device_id):
    try:
        reply = requests.delete(
            f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/devices/{device_id}", timeout=5
        )
        reply.raise_for_status()
    except requests.HTTPError as exc:  # !CL101
        if exc.response.status_code == 404:
            return False
        log.debug("device %s: %s", device_id, exc)
        return False
    return True
