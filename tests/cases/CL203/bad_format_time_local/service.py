import logging

import requests

from formatter import IsoFormatter

log = logging.getLogger("service")


def start(account_id: str, headers: dict[str, str]) -> dict:
    handler = logging.StreamHandler()
    handler.setFormatter(IsoFormatter("%(asctime)s %(levelname)s %(message)s"))  # !CL203
    log.addHandler(handler)
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    log.warning("account %s found", account_id)
    return resp.json()
