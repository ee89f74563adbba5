# case: kind=server level=self-assessed
# expects:
import time

import requests

ISO = "%Y-%m-%dT%H:%M:%SZ"


def _text(seconds: float | None = None) -> str:
    return time.strftime(ISO, time.gmtime(seconds))


def recordings(account_id: str, hours: int, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        "https://media.api.mitel.io/2017-09-01/recordings",
        params={"accountId": account_id, "from": _text(time.time() - 3600 * hours), "to": _text()},
        headers=headers,
        timeout=30,
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
