# case: kind=server level=self-assessed
# expects:
import json
import pathlib

import arrow
import httpx


def mirror(http: httpx.Client, account_id: str, target: pathlib.Path) -> int:
    resp = http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts")
    resp.raise_for_status()
    items = resp.json()["_embedded"]["items"]
    now = arrow.utcnow()
    document = {
        "mirroredAt": now.format("YYYY-MM-DDTHH:mm:ssZZ"),
        "validUntil": now.shift(hours=1).isoformat(),
        "contacts": items,
    }
    target.write_text(json.dumps(document))
    return len(items)
