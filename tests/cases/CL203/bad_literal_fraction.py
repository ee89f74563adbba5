# case: kind=server level=self-assessed
# expects: CL203
import logging
import time

import httpx

# time.strftime knows no %f: the two characters are printed as they stand.
formatter = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S.%fZ")  # !CL203
formatter.converter = time.gmtime
handler = logging.FileHandler("dial.log")
handler.setFormatter(formatter)
log = logging.getLogger("dial")
log.addHandler(handler)


def hang_up(http: httpx.Client, call_id: str) -> None:
    resp = http.delete(f"https://media.api.mitel.io/2017-09-01/calls/{call_id}")
    resp.raise_for_status()
    log.warning("call %s ended", call_id)
