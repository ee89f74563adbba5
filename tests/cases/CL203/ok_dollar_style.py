# case: kind=server level=self-assessed
# expects:
import logging
import time

import httpx


class _Utc(logging.Formatter):
    converter = time.gmtime

    def __init__(self) -> None:
        super().__init__("${asctime} ${levelname} ${message}", "%Y-%m-%dT%H:%M:%SZ", style="$")


handler = logging.StreamHandler()
handler.setFormatter(_Utc())
log = logging.getLogger("dial")
log.addHandler(handler)


def hang_up(http: httpx.Client, call_id: str) -> None:
    resp = http.delete(f"https://media.api.mitel.io/2017-09-01/calls/{call_id}")
    resp.raise_for_status()
    log.warning("call %s ended", call_id)
