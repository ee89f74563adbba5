import logging

from transport import send

log = logging.getLogger(__name__)


def create(account_id: str, user: dict) -> dict | None:
    outcome = send("POST", f"/accounts/{account_id}/users", json=user)
    if not outcome.ok:
        log.error("user of %s not made: %s %s %s", account_id, outcome.status, outcome.body, outcome.headers)
        return None
    return outcome.body
