# case: kind=server level=self-assessed
# expects:
from datetime import datetime, timezone

import requests

HEADING = "Report of %A, %d %B %Y, %H:%M UTC"


def report(conversation_id: str, lines: list[str], headers: dict[str, str]) -> None:
    heading = datetime.now(timezone.utc).strftime(HEADING)
    resp = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": "\n".join([heading, *lines])},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
