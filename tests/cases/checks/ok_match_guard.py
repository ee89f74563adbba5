# case: kind=server level=self-assessed
# expects:
import logging

import httpx

log = logging.getLogger(__name__)


def users(client: httpx.Client, account_id: str):
    answer = client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users")
    match answer.status_code:
        case 200:
            return answer.json()
        case code if code in (401, 403):
            raise PermissionError(f"{code} {answer.text}")
        case code:
            log.error("users of %s: %s %s %s", account_id, code, answer.text, answer.headers)
            return []
