import requests

from hosts import CHAT, NOTIFICATIONS


def hook(session: requests.Session, user_id: str) -> None:
    answer = session.post(
        f"{NOTIFICATIONS}/subscriptions",
        json={
            "applicationId": "bridge",
            "deviceId": "https://bridge.example.com/in",
            "transport": "webhook",
            "topic": "orders",
            "subjectFilter": user_id,
        },
        timeout=10,
    )
    answer.raise_for_status()


def tell(session: requests.Session, conversation_id: str, text: str) -> None:
    answer = session.post(f"{CHAT}/conversations/{conversation_id}/messages", json={"content": text}, timeout=10)
    answer.raise_for_status()
