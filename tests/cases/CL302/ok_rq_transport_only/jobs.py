import logging

import requests

log = logging.getLogger("jobs")


def invite(conference_id: str, address: str, headers: dict[str, str]) -> bool:
    # an answer never fails the job, so only a transport error is tried again
    resp = requests.post(
        f"https://media.api.mitel.io/2017-09-01/conferences/{conference_id}/participants",
        json={"address": address},
        headers=headers,
        timeout=10,
    )
    if not resp.ok:
        log.error(
            "conference %s: user %s not invited: %d %s",
            conference_id,
            address,
            resp.status_code,
            resp.text,
            extra={"headers": dict(resp.headers)},
        )
        return False
    return True
