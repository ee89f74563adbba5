# case: kind=server level=self-assessed
# expects: CL201
import json
from datetime import datetime

import httpx


class Cache:
    def __init__(self, path: str, http: httpx.Client) -> None:
        self.path = path
        self.http = http

    def refresh(self, account_id: str) -> None:
        resp = self.http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites")
        resp.raise_for_status()
        record = {"account": account_id, "sites": resp.json()["_embedded"]["items"]}
        record["loaded_at"] = datetime.today()  # !CL201
        with open(self.path, "w", encoding="utf-8") as out:
            json.dump(record, out, default=lambda value: value.isoformat())
