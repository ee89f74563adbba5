# case: kind=server level=self-assessed
# expects:
import logging
import time

import requests

log = logging.getLogger(__name__)


def create_conference(account_id: str, headers: dict[str, str]) -> str:
    delay = 1.0  # doubled before it is used: 2, 4, 8
    tries_left = 4
    while True:
        try:
            resp = requests.post(
                "https://media.api.mitel.io/2017-09-01/conferences",
                json={"accountId": account_id},
                headers=headers,
                timeout=10,
            )
            break
        except (requests.ConnectionError, requests.Timeout) as exc:
            tries_left -= 1
            if tries_left == 0:
                raise
            delay *= 2
            log.warning("account %s: %s, again in %s s", account_id, exc, delay)
            time.sleep(delay)
    resp.raise_for_status()
    return resp.json()["conferenceId"]
