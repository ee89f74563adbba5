# case: kind=server level=self-assessed
# expects:
import sys

import requests
from loguru import logger

logger.configure(
    handlers=[
        {"sink": sys.stdout, "format": "{time:YYYY-MM-DDTHH:mm:ssZ!UTC} {level} {message}"},
    ],
    extra={"app": "sync"},
)


def sync(account_id: str, headers: dict[str, str]) -> int:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts", headers=headers, timeout=10
    )
    resp.raise_for_status()
    total = len(resp.json()["_embedded"]["items"])
    logger.success("account {}: {} contacts", account_id, total)
    return total
