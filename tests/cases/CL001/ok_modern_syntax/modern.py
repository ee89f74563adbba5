from __future__ import annotations

import requests

from users import users


def summary(session: requests.Session, account_id: str, /, *, wanted: str = "all") -> str:
    if (count := len(found := users(session, account_id))) == 0:
        return "nobody"
    match wanted.split():
        case ["all"]:
            return f"{count!r:>5}"
        case ["first", *rest] if rest:
            return f"{found[0]['name']} {' '.join(rest)}"
        case _:
            return "?"


def chosen(items: list[dict]) -> dict[str, dict]:
    return {name: item for item in items if (name := item.get("name"))}
