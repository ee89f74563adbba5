import logging

import requests

import jsonlog

log = logging.getLogger("job")


def run(account_id: str, headers: dict[str, str]) -> None:
    jsonlog.install()
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    log.warning("account is there", extra={"account": account_id})
