# case: kind=server level=self-assessed
# expects:
import logging

import httpx

log = logging.getLogger(__name__)


def users(client: httpx.Client, account_id):
    try:
        reply = client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users")
        reply.raise_for_status()
    except httpx.HTTPError as error:
        reply = getattr(error, "response", None)
        headers = reply.headers if reply is not None else {}
        log.error("users: %s %s %s", error, headers.get("x-mitel-correlation-id"), headers.get("x-amzn-requestid"))
        return None
    return reply.json()
