# case: kind=server level=self-assessed
# expects: CL203
import logging
import os

import httpx

logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO"))  # !CL203
log = logging.getLogger("sites")


def sites(account_id: str, token: str) -> list[str]:
    resp = httpx.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites",
        headers={"Authorization": f"Bearer {token}"},
    )
    resp.raise_for_status()
    names = [site["name"] for site in resp.json()["_embedded"]["items"]]
    log.info("account %s has %d sites", account_id, len(names))
    return names
