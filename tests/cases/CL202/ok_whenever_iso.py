# case: kind=server level=self-assessed
# expects:
import json
import pathlib

import httpx
from whenever import Instant, OffsetDateTime


def save(http: httpx.Client, account_id: str, target: pathlib.Path) -> None:
    resp = http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
    resp.raise_for_status()
    record = {"savedAt": Instant.now().format_iso(), "checkedAt": OffsetDateTime.now(0).format_iso()}
    target.write_text(json.dumps({**record, "account": resp.json()}))
