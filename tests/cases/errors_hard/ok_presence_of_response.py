# case: kind=server level=self-assessed
# expects:
import logging

import requests

log = logging.getLogger(__name__)


def describe(error: requests.RequestException) -> str:
    response = error.response
    if response is not None:
        ids = f"{response.headers.get('x-mitel-correlation-id')} {response.headers.get('x-amzn-requestid')}"
    else:
        ids = "no answer"
    return f"{error} ({ids})"


def users(account_id):
    try:
        reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", timeout=5)
        reply.raise_for_status()
    except requests.RequestException as error:
        log.error("users: %s", describe(error))
        raise
    return reply.json()
