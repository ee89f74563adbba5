# case: kind=server level=self-assessed
# expects:
import logging

import requests

log = logging.getLogger(__name__)


def user(account_id, user_id):
    try:
        reply = requests.get(
            f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users/{user_id}", timeout=5
        )
        reply.raise_for_status()
        return reply.json()
    except requests.HTTPError as exc:
        if exc.response.status_code == requests.codes.not_found:
            return None
        log.error("user %s: %s %s", user_id, exc, exc.response.headers)
        raise
