# case: kind=server level=self-assessed
# expects:
import pathlib
from datetime import UTC, datetime

import requests


def describe(path: pathlib.Path) -> dict[str, str]:
    stat = path.stat()
    return {
        "name": path.name,
        "modifiedOn": datetime.fromtimestamp(stat.st_mtime, UTC).isoformat(),
        "sharedOn": datetime.now().astimezone(UTC).isoformat(),
    }


def share(conversation_id: str, path: pathlib.Path, headers: dict[str, str]) -> str:
    resp = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/attachments",
        json=describe(path),
        headers=headers,
        timeout=30,
    )
    resp.raise_for_status()
    return resp.json()["attachmentId"]
