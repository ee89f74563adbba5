# case: kind=server level=self-assessed
# expects:
import json
import sys
from pathlib import Path

import httpx


def settings(path: Path) -> dict:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as exc:
        print(f"{path} is of no use: {exc}", file=sys.stderr)
        raise SystemExit(2)


def main() -> None:
    known = settings(Path("roster.json"))
    answer = httpx.get(
        f"https://admin.us.api.mitel.io/2017-09-01/accounts/{known['account']}/users",
        headers={"Authorization": f"Bearer {known['token']}"},
    )
    for user in answer.raise_for_status().json()["_embedded"]["items"]:
        print(user["name"])


main()
