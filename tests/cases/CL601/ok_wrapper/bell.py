from rest import call


def ring(token: str, conversation_id: str) -> None:
    call("POST", f"/conversations/{conversation_id}/messages", token, json={"content": "Ring!"})
