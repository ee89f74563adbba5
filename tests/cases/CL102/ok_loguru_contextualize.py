# case: kind=server level=self-assessed
# expects:
import requests
from loguru import logger

ADMIN = "https://admin.us.api.mitel.io/2017-09-01"


class Users:
    def __init__(self, account_id: str, session: requests.Session) -> None:
        self.account_id = account_id
        self.session = session

    def remove(self, user_id: str) -> bool:
        answer = self.session.delete(f"{ADMIN}/accounts/{self.account_id}/users/{user_id}", timeout=10)
        if answer.ok:
            return True
        with logger.contextualize(
            correlation=answer.headers.get("x-mitel-correlation-id"),
            request=answer.headers.get("x-amzn-requestid"),
        ):
            logger.error("user {} not removed: {} {}", user_id, answer.status_code, answer.text)
        return False
