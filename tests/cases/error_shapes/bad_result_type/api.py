import requests

from result import Err, Ok, Result

ADMIN = "https://admin.api.mitel.io/2017-09-01"


def get_user(account_id: str, user_id: str) -> Result[dict]:
    reply = requests.get(f"{ADMIN}/accounts/{account_id}/users/{user_id}", timeout=5)
    if reply.status_code >= 400:
        return Err(reply.status_code, reply.text)
    return Ok(reply.json())
