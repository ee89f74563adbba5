# case: kind=server level=self-assessed
# expects: CL201
import sqlite3
from datetime import datetime
from zoneinfo import ZoneInfo

import httpx


def now(zone: str = "Europe/London") -> str:
    # London is UTC in winter only.
    return datetime.now(ZoneInfo(zone)).isoformat()  # !CL201


def save(db: sqlite3.Connection, http: httpx.Client, account_id: str) -> None:
    resp = http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
    resp.raise_for_status()
    db.execute(
        "INSERT INTO accounts (id, name, saved_at) VALUES (?, ?, ?)",
        (account_id, resp.json()["name"], now()),
    )
    db.commit()
