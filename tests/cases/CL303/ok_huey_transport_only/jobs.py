import logging

import httpx

from queues import huey

log = logging.getLogger("jobs")


@huey.task(retries=5, retry_delay=60)
def delete_recording(account_id: str, recording_id: str, token: str) -> bool:
    # only a transport error leaves the job as an error, and so is tried again
    resp = httpx.delete(
        f"https://media.api.mitel.io/2017-09-01/recordings/{recording_id}",
        headers={"Authorization": f"Bearer {token}"},
    )
    if resp.is_success:
        return True
    log.error(
        "account %s: recording %s not deleted: %d %s [%s, %s]",
        account_id,
        recording_id,
        resp.status_code,
        resp.text,
        resp.headers.get("x-mitel-correlation-id"),
        resp.headers.get("x-amzn-requestId"),
    )
    return False
