# case: kind=server level=self-assessed
# expects: CL103
import logging

import requests

log = logging.getLogger("nightly")


def export_contacts(session: requests.Session, account_id: str) -> list:
    try:
        answer = session.get(
            "https://director.api.mitel.io/2017-09-01/accounts/" + account_id + "/contacts", timeout=60
        )
        answer.raise_for_status()
    except requests.HTTPError as exc:
        log.error(  # !CL103
            "account %s: %s %s", account_id, type(exc).__name__, exc.response.headers
        )
        return []
    return answer.json()["_embedded"]["items"]
