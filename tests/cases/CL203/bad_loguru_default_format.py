# case: kind=server level=self-assessed
# expects: CL203
import httpx
from loguru import logger

logger.add("audit_{time:YYYYMMDD}.log", rotation="10 MB", level="INFO")  # !CL203


class Accounts:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def name(self, account_id: str) -> str:
        resp = self.http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
        resp.raise_for_status()
        logger.info("account {} was read", account_id)
        return resp.json()["name"]
