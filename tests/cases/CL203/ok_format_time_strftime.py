# case: kind=server level=self-assessed
# expects:
import logging
import time

import requests


class Line(logging.Formatter):
    def formatTime(self, record, datefmt=None):
        return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03d}Z"


def setup() -> None:
    file = logging.FileHandler("names.log")
    file.setFormatter(Line(fmt="%(asctime)s %(levelname)s %(message)s"))
    logging.basicConfig(level="INFO", handlers=[file])


def name(account_id: str, headers: dict[str, str]) -> str:
    setup()
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    logging.info("account %s was read", account_id)
    return resp.json()["name"]
