import requests

from settings import settings


def send(conversation_id: str, text: str, token: str) -> str:
    answer = requests.post(  # !CL305
        f"{settings.chat}/conversations/{conversation_id}/messages",
        json={"content": text},
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    return answer.json()["messageId"]
