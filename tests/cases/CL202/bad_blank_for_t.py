# case: kind=server level=self-assessed
# expects: CL202
import json
from datetime import datetime, timezone

import requests


def snapshot(account_id: str, headers: dict[str, str]) -> None:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", headers=headers, timeout=10
    )
    resp.raise_for_status()
    with open("snapshot.json", "w") as out:
        taken = datetime.now(timezone.utc).isoformat(sep=" ", timespec="seconds")  # !CL202
        json.dump({"takenAt": taken, "users": resp.json()}, out)
