import requests

from models import Note

CHAT = "https://chat.api.mitel.io/2017-09-01"


def add(session: requests.Session, conversation_id: str, author: str, text: str) -> str:
    note = Note(author, text)
    resp = session.post(f"{CHAT}/conversations/{conversation_id}/messages", json=note.body(), timeout=10)
    resp.raise_for_status()
    return resp.json()["messageId"]
