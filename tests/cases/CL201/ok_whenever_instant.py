# case: kind=server level=self-assessed
# expects:
import logging

import httpx
from whenever import Instant

log = logging.getLogger(__name__)


def rename(http: httpx.Client, account_id: str, contact_id: str, name: str) -> None:
    changed = Instant.now()
    resp = http.patch(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts/{contact_id}",
        json={"name": name, "modifiedOn": changed.format_iso()},
    )
    resp.raise_for_status()
    log.info("contact %s of account %s renamed on %s", contact_id, account_id, str(Instant.now()))
