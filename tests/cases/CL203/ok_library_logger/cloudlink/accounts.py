import logging

import requests

log = logging.getLogger(__name__)


def account(account_id: str, headers: dict[str, str]) -> dict:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    log.info("account %s was read", account_id)
    return resp.json()
