# case: kind=server level=self-assessed
# expects:
"""Errors of files and of the user's input, beside a request that lets its errors through."""
import csv
from pathlib import Path

import requests

ADMIN = "https://admin.us.api.mitel.io/2017-09-01"


def people(path: Path) -> list[dict]:
    try:
        with path.open(newline="", encoding="utf-8") as lines:
            return list(csv.DictReader(lines))
    except FileNotFoundError:
        return []


def add_all(path: Path, account_id: str, session: requests.Session) -> int:
    added = 0
    for person in people(path):
        try:
            person["extension"] = int(person["extension"])
        except (KeyError, ValueError):
            continue
        session.post(f"{ADMIN}/accounts/{account_id}/users", json=person, timeout=10).raise_for_status()
        added += 1
    return added
