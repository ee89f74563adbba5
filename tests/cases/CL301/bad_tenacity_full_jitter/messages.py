import requests

from retries import policy


def _post(url: str, text: str, headers: dict[str, str]) -> dict:
    resp = requests.post(url, json={"content": text}, headers=headers, timeout=10)
    resp.raise_for_status()
    return resp.json()


def send(conversation_id: str, text: str, headers: dict[str, str]) -> str:
    url = f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages"
    return policy()(_post, url, text, headers)["messageId"]
