import httpx
from loguru import logger

import logs


class Accounts:
    def __init__(self, http: httpx.Client) -> None:
        logs.setup()
        self.http = http

    def name(self, account_id: str) -> str:
        resp = self.http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
        resp.raise_for_status()
        logger.info("account {} was read", account_id)
        return resp.json()["name"]
