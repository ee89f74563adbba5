# case: kind=server level=self-assessed
# expects: CL102
import requests
from loguru import logger

ADMIN = "https://admin.us.api.mitel.io/2017-09-01"


class Users:
    def __init__(self, account_id: str, session: requests.Session) -> None:
        self.account_id = account_id
        self.session = session

    @logger.catch(message="user not removed")  # !CL102
    def remove(self, user_id: str) -> None:
        answer = self.session.delete(f"{ADMIN}/accounts/{self.account_id}/users/{user_id}", timeout=10)
        answer.raise_for_status()
