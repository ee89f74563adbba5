# case: kind=server level=self-assessed
# expects:
import queue

import requests


def deliver(inbox: "queue.Queue[tuple[str, str] | None]", headers: dict[str, str]) -> None:
    """The loop has no end, but no request is made twice."""
    while True:
        entry = inbox.get()
        if entry is None:
            return
        conversation_id, text = entry
        resp = requests.post(
            f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
            json={"content": text},
            headers=headers,
            timeout=10,
        )
        resp.raise_for_status()
