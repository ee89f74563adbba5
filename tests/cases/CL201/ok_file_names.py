# case: kind=server level=self-assessed
# expects:
import json
import pathlib
import time
from datetime import datetime

import requests


def export(account_id: str, folder: pathlib.Path, headers: dict[str, str]) -> pathlib.Path:
    target = folder / f"contacts-{datetime.now():%Y%m%d-%H%M%S}.json"
    latest = folder / ("run-" + time.strftime("%H%M") + ".done")
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts",
        headers=headers,
        timeout=30,
    )
    resp.raise_for_status()
    target.write_text(json.dumps(resp.json()))
    latest.touch()
    return target
