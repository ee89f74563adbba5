# case: kind=server level=self-assessed
# expects: CL202
import sqlite3
from datetime import UTC, datetime

import httpx


def keep(db: sqlite3.Connection, http: httpx.Client, conversation_id: str) -> None:
    resp = http.get(f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages")
    resp.raise_for_status()
    saved_at = datetime.now(UTC).ctime()  # !CL202
    rows = [(item["messageId"], item["content"], saved_at) for item in resp.json()["_embedded"]["items"]]
    db.executemany("INSERT OR REPLACE INTO messages (id, content, saved_at) VALUES (?, ?, ?)", rows)
    db.commit()
