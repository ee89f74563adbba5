import requests
from django.utils import timezone
from django.utils.http import http_date


def announce(session: requests.Session, conversation_id: str, text: str) -> None:
    sent = http_date(timezone.now().timestamp())  # !CL202
    resp = session.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": text, "sentOn": sent},
        timeout=10,
    )
    resp.raise_for_status()
