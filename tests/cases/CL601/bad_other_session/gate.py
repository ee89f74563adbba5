import sessions

CHAT = "https://chat.api.mitel.io/2017-09-01"


def read(conversation_id: str, token: str) -> dict:
    answer = sessions.named.get(
        f"{CHAT}/conversations/{conversation_id}", headers={"Authorization": f"Bearer {token}"}, timeout=10
    )
    answer.raise_for_status()
    return answer.json()


def say(conversation_id: str, token: str, text: str) -> None:
    answer = sessions.plain.post(  # !CL601
        f"{CHAT}/conversations/{conversation_id}/messages",
        json={"content": text},
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    answer.raise_for_status()
