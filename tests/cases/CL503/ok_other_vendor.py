# case: kind=server level=self-assessed
# expects:
import time

import requests


def follow_tickets(session: requests.Session, conversation_id: str) -> None:
    """The ticket system has no push; what it says is posted to a conversation."""
    seen: set[int] = set()
    while True:
        answer = session.get("https://tickets.example.com/api/tickets", timeout=10)
        answer.raise_for_status()
        for ticket in answer.json():
            if ticket["id"] in seen:
                continue
            seen.add(ticket["id"])
            posted = session.post(
                f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
                json={"content": ticket["title"]},
                timeout=10,
            )
            posted.raise_for_status()
        time.sleep(60)
