import requests
from loguru import logger

from logs import setup


def sync(account_id: str, headers: dict[str, str]) -> int:
    setup()
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts", headers=headers, timeout=10
    )
    resp.raise_for_status()
    total = len(resp.json()["_embedded"]["items"])
    logger.success("account {}: {} contacts", account_id, total)
    return total
