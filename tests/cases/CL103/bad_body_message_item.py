# case: kind=server level=self-assessed
# expects: CL103
import logging

import requests

log = logging.getLogger(__name__)


def invite(session: requests.Session, account_id: str, email: str) -> bool:
    answer = session.post(
        f"https://admin.eu.api.mitel.io/2017-09-01/accounts/{account_id}/invitations",
        json={"email": email},
        timeout=15,
    )
    if answer.status_code != 201:
        problem = answer.json()
        log.error("%s not invited: %s", email, problem["message"], extra={"headers": dict(answer.headers)})  # !CL103
        return False
    return True
