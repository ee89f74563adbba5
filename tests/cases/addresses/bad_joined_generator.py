# case: kind=server level=self-assessed
# expects: CL305
import requests


def address(*parts: object) -> str:
    return "/".join(str(part).strip("/") for part in ("https://admin.api.mitel.io/2017-09-01", *parts))


def user(account_id: int, user_id: int) -> dict:
    return requests.get(address("accounts", account_id, "users", user_id), timeout=5).json()  # !CL305
