import requests

from company.telephony.hosts import *


def participants(conversation_id: str, headers: dict[str, str]) -> dict:
    return requests.get(  # !CL305
        f"https://{CHAT_HOST}/{VERSION}/conversations/{conversation_id}/participants", headers=headers, timeout=10
    ).json()
