import time

import requests

from settings import BASE, PAUSES


def contacts(session: requests.Session, account_id: str) -> list[dict]:
    url = f"{BASE}/accounts/{account_id}/contacts"
    failure: requests.ConnectionError | None = None
    for pause in PAUSES:
        time.sleep(pause)
        try:
            resp = session.get(url, timeout=10)
        except requests.ConnectionError as exc:
            failure = exc
        else:
            resp.raise_for_status()
            return resp.json()["_embedded"]["items"]
    assert failure is not None
    raise failure
