# case: kind=server level=self-assessed
# expects: CL601
import os

import httpx

APP = "app=Roster/1.2;platform=windows/10;session-id=roster"
AUTH = {"Authorization": f"Bearer {os.environ['TOKEN']}"}


def users(account_id: str) -> list[dict]:
    answer = httpx.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", headers=AUTH | {"x-mitel-app": APP}
    )
    answer.raise_for_status()
    return answer.json()["_embedded"]["items"]


def contacts() -> list[dict]:
    answer = httpx.get("https://director.api.mitel.io/2017-09-01/contacts", headers=AUTH)  # !CL601
    answer.raise_for_status()
    return answer.json()["_embedded"]["items"]
