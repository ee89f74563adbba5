import logging

import httpx

log = logging.getLogger(__name__)


def disable_user(account_id: str, user_id: str, token: str) -> bool:
    answer = httpx.patch(
        f"https://admin.us.api.mitel.io/2017-09-01/accounts/{account_id}/users/{user_id}",
        json={"enabled": False},
        headers={"Authorization": f"Bearer {token}"},
    )
    if answer.is_error:
        log.error("user %s stays: %d %s %s", user_id, answer.status_code, answer.text, answer.headers)
    return answer.is_success
