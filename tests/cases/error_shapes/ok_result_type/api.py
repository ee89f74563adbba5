from dataclasses import dataclass

import requests

ADMIN = "https://admin.api.mitel.io/2017-09-01"


@dataclass(frozen=True)
class Answer:
    value: dict | None
    response: requests.Response

    @property
    def failed(self) -> bool:
        return not self.response.ok


def get_user(account_id: str, user_id: str) -> Answer:
    reply = requests.get(f"{ADMIN}/accounts/{account_id}/users/{user_id}", timeout=5)
    return Answer(reply.json() if reply.ok else None, reply)
