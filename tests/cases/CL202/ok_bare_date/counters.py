import json
import logging
import pathlib

import requests

from days import key

log = logging.getLogger("counters")
STORE = pathlib.Path("counters.json")


def count(account_id: str, headers: dict[str, str]) -> None:
    resp = requests.get(
        "https://media.api.mitel.io/2017-09-01/recordings",
        params={"accountId": account_id, "day": key(1)},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    counters = json.loads(STORE.read_text()) if STORE.exists() else {}
    counters[key(1)] = len(resp.json()["_embedded"]["items"])
    STORE.write_text(json.dumps(counters))
    log.info("account %s: %d recordings on %s", account_id, counters[key(1)], key(1))
