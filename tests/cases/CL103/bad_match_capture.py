# case: kind=server level=self-assessed
# expects: CL103
import logging

import urllib3

log = logging.getLogger("saml")
pool = urllib3.HTTPSConnectionPool("authentication.us.api.mitel.io", maxsize=4)


def saml_settings(account_id: str, token: str) -> dict | None:
    answer = pool.request(
        "GET", f"/2017-09-01/saml2/{account_id}", headers={"Authorization": f"Bearer {token}"}, timeout=6
    )
    match answer.status:
        case 200:
            return answer.json()
        case 404:
            return None
        case code:
            log.error("saml of account %s: %d, %s", account_id, code, answer.headers)  # !CL103
            return None
