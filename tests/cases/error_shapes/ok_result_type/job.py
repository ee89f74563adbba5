import logging

from api import get_user

log = logging.getLogger(__name__)


def run(account_id: str, user_id: str) -> None:
    answer = get_user(account_id, user_id)
    if answer.failed:
        log.error(
            "user %s: %s %s %s",
            user_id,
            answer.response.status_code,
            answer.response.text,
            answer.response.headers,
        )
        return
    log.info("user %s is %s", user_id, answer.value["name"])
