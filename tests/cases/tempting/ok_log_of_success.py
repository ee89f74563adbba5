# case: kind=server level=self-assessed
# expects:
import logging

import httpx

log = logging.getLogger(__name__)


def create(client: httpx.Client, account_id: str, name: str) -> str:
    answer = client.post(f"https://admin.us.api.mitel.io/2017-09-01/accounts/{account_id}/groups", json={"name": name})
    answer.raise_for_status()
    group = answer.json()
    if not group.get("members"):
        log.warning("group %s has no members yet", group["groupId"])
    log.info("created with status %s", answer.status_code)
    return group["groupId"]
