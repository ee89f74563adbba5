import logging.config

import requests

import config

logging.config.dictConfig(config.LOGGING)
log = logging.getLogger("sync")


def sync(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", headers=headers, timeout=10
    )
    resp.raise_for_status()
    log.info("account %s was read", account_id)
    return resp.json()["_embedded"]["items"]
