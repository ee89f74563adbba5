from __future__ import annotations

import datetime as dt
import sqlite3

SCHEMA = "CREATE TABLE IF NOT EXISTS contacts (id TEXT PRIMARY KEY, name TEXT, mirrored_at TEXT)"


class Store:
    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(path)
        self._db.execute(SCHEMA)

    def save(self, contacts: list[dict]) -> None:
        now = dt.datetime.utcnow().isoformat()  # !CL201
        rows = [(contact["contactId"], contact["name"], now) for contact in contacts]
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO contacts VALUES (?, ?, ?)", rows)
