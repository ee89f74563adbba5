"""Grüße an die Zentrale."""
import requests


def greet(session, conversation_id):
    answer = session.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": "Grüß Gott"},
        timeout=10,
    )
    answer.raise_for_status()
