# case: kind=server level=self-assessed
# expects: CL106
import logging

import requests

log = logging.getLogger("exporter")
log.disabled = True  # !CL106


def export(account_id: str, token: str) -> list[dict]:
    answer = requests.get(
        f"https://director.api.mitel.io/2017-09-01/accounts/{account_id}/contacts",
        headers={"Authorization": f"Bearer {token}"},
        timeout=30,
    )
    if answer.status_code != 200:
        log.error("account %s: %s %s %s", account_id, answer.status_code, answer.text, answer.headers)
        return []
    return answer.json()["_embedded"]["items"]
