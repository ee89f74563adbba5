# case: kind=server level=self-assessed
# expects:
import logging
from typing import TypedDict

import requests

log = logging.getLogger(__name__)


class Details(TypedDict, total=False):
    status: int
    text: str
    correlation: str | None
    amzn: str | None


def details(error: requests.RequestException) -> Details:
    found: Details = {"text": str(error)}
    if error.response is not None:
        found["status"] = error.response.status_code
        found["correlation"] = error.response.headers.get("x-mitel-correlation-id")
        found["amzn"] = error.response.headers.get("x-amzn-requestid")
    return found


def devices(session: requests.Session, account: str):
    try:
        reply = session.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account}/devices")
        reply.raise_for_status()
    except requests.RequestException as error:
        log.error("devices of %s: %s", account, details(error))
        return None
    return reply.json()
