# case: kind=server level=self-assessed
# expects: CL202
import json
from datetime import datetime, timezone

import httpx

LINE = "{:%b %d %Y %H:%M:%S}"


async def enrol(client: httpx.AsyncClient, account_id: str, user: dict) -> None:
    now = datetime.now(timezone.utc)
    resp = await client.post(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users",
        content=json.dumps({**user, "enrolledOn": LINE.format(now)}),  # !CL202
        headers={"Content-Type": "application/json"},
    )
    resp.raise_for_status()
