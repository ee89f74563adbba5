# case: kind=server level=self-assessed
# expects:
import logging

import requests

logger = logging.getLogger(__name__)


def create_group(account_id: str, name: str, session: requests.Session) -> str | None:
    url = f"https://admin.us.api.mitel.io/2017-09-01/accounts/{account_id}/groups"
    try:
        answer = session.post(url, json={"name": name}, timeout=10)
        answer.raise_for_status()
    except requests.RequestException as exc:
        trace = {}
        if exc.response is not None:
            trace = {
                "correlation_id": exc.response.headers.get("x-mitel-correlation-id"),
                "request_id": exc.response.headers.get("x-amzn-requestId"),
            }
        logger.error("group %s not created in account %s: %s", name, account_id, exc, extra=trace)
        return None
    return answer.json()["groupId"]
