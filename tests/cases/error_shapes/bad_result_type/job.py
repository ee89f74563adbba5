import logging

from api import get_user
from result import Err

log = logging.getLogger(__name__)


def run(account_id: str, user_id: str) -> None:
    found = get_user(account_id, user_id)
    if isinstance(found, Err):
        log.error("user %s: %s %s", user_id, found.status, found.text)  # !CL102
        return
    log.info("user %s is %s", user_id, found.value["name"])
