# -*- coding: latin-1 -*-
# case: kind=server level=self-assessed
# expects:
"""Grüße an die Zentrale."""
import requests


def greet(session: requests.Session, conversation_id: str) -> None:
    answer = session.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": "Grüß Gott"},
        timeout=10,
    )
    answer.raise_for_status()
