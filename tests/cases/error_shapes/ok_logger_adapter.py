# case: kind=server level=self-assessed
# expects:
import logging

import requests

log = logging.getLogger(__name__)


def remove(account_id, device_id):
    reply = requests.delete(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/devices/{device_id}", timeout=5
    )
    if reply.ok:
        return
    bound = logging.LoggerAdapter(
        log,
        {
            "device": device_id,
            "correlation": reply.headers.get("x-mitel-correlation-id"),
            "request": reply.headers.get("x-amzn-requestid"),
        },
    )
    bound.error("not removed: %s %s", reply.status_code, reply.reason)
