import requests
from sqlalchemy.orm import Session

from tables import Delivery


def send(db: Session, conversation_id: str, text: str, headers: dict[str, str]) -> None:
    resp = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": text},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    db.add(Delivery(conversation_id=conversation_id, message_id=resp.json()["messageId"]))
    db.commit()
