# case: kind=server level=self-assessed
# expects: CL101
from typing import Final

import niquests

ADMIN: Final = "https://admin.api.mitel.io/2017-09-01"


def display_name(user_id: str, token: str) -> str:
    reply = niquests.get(f"{ADMIN}/users/{user_id}", headers={"Authorization": f"Bearer {token}"}, timeout=5)
    return reply.json()["name"] if reply.ok else user_id  # !CL101
