# case: kind=server level=self-assessed
# expects: CL203
import logging
import time

import requests

logging.Formatter.converter = time.gmtime
logging.basicConfig(filename="rooms.log", format="%(asctime)s|%(levelname)s|%(message)s")  # !CL203
log = logging.getLogger(__name__)


def rooms(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        "https://media.api.mitel.io/2017-09-01/conferences",
        params={"accountId": account_id},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    log.warning("account %s: conferences were read", account_id)
    return resp.json()["_embedded"]["items"]
