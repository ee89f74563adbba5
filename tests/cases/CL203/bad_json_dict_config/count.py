from logging import getLogger
from logging.config import dictConfig

import requests

from config import LOGGING

log = getLogger("count")


def count(account_id: str, headers: dict[str, str]) -> int:
    dictConfig(LOGGING)  # !CL203
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", headers=headers, timeout=10
    )
    resp.raise_for_status()
    total = len(resp.json()["_embedded"]["items"])
    log.info("users counted", extra={"account": account_id, "total": total})
    return total
